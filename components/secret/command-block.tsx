import type { ReactNode } from 'react';
import { CodeBlock } from '@/components/ui/code-block';
import { useShownText } from '@/lib/client/screen-share';

interface CommandBlockProps {
  readonly title: string;
  readonly text: string;
  /** Beside the copy button. */
  readonly actions?: ReactNode;
}

/** A command or text that may name secrets: masked while the screen is shared, copied as it is. */
export function CommandBlock({ title, text, actions }: CommandBlockProps) {
  const shown = useShownText();
  return <CodeBlock {...{ title, text, actions }}>{shown(text)}</CodeBlock>;
}
