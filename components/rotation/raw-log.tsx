import { CopyButton } from '@/components/ui/copy-button';
import { useShownInPlace } from '@/lib/client/screen-share';
import type { LogEntry } from '@/lib/contract/rotation';

/** Every line of one run, as it was redacted. */
export function RawLog({ log }: { log: readonly LogEntry[] }) {
  const shown = useShownInPlace();
  const text = log.map(({ at, text: line }) => `${at} ${line.trimEnd()}`).join('\n');
  return (
    <figure className="overflow-hidden rounded-md border border-line-strong">
      <figcaption className="flex h-7 items-center gap-2 border-b bg-sunken pr-1 pl-2.5 text-2xs text-fg-2">
        <span className="min-w-0 flex-1 truncate font-mono">{log[0]?.stream}</span>
        <CopyButton text={text} />
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="scroll-thin max-h-96 overflow-auto bg-canvas px-2.5 py-1.5 text-2xs leading-4 focus-visible:-outline-offset-2"
      >
        {shown(text)}
      </pre>
    </figure>
  );
}
