import { CodeBlock } from '@/components/ui/code-block';
import { useShownText } from '@/lib/client/screen-share';

/** A command or text that may name secrets: masked while the screen is shared, copied as it is. */
export function CommandBlock({ title, text }: { readonly title: string; readonly text: string }) {
  const shown = useShownText();
  return (
    <CodeBlock title={title} text={text}>
      {shown(text)}
    </CodeBlock>
  );
}
