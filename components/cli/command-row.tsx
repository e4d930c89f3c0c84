import { CopyButton } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import { TimeText } from '@/components/ui/time-text';
import { useShownText } from '@/lib/client/screen-share';

interface CommandRowProps {
  readonly title: string;
  readonly text: string;
  /** The secret it is about, where its name stands in the text by itself. */
  readonly name?: string | undefined;
  /** When it was made: AWS's clock, ISO. */
  readonly at?: string | undefined;
  /** AWS's clock, in milliseconds. */
  readonly now: number;
  /** It is about to be done. */
  readonly next?: boolean | undefined;
}

/** One command of the drawer: when it was made, and itself to be copied; names are masked while the screen is shared. */
export function CommandRow({ title, text, name, at, now, next }: CommandRowProps) {
  const shown = useShownText(name);
  return (
    <figure
      className={cx(
        'grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-center border-b px-4 py-1.5 last:border-b-0 max-md:grid-cols-[auto_minmax(0,1fr)_auto] md:px-5',
        next && 'border-accent-line bg-accent-soft',
      )}
    >
      <span className="font-mono text-2xs text-fg-3 max-md:not-empty:mr-3">
        {next ? (
          <span className="font-medium text-accent">next</span>
        ) : (
          at && <TimeText at={at} now={now} show="clock" />
        )}
      </span>
      <figcaption className="min-w-0 truncate text-2xs text-fg-3">{shown(title)}</figcaption>
      <CopyButton text={text} className="-mr-2 md:row-span-2 md:self-start" />
      <pre className="wrap-anywhere col-start-2 whitespace-pre-wrap text-2xs leading-4 max-md:col-span-3 max-md:col-start-1">
        {shown(text)}
      </pre>
    </figure>
  );
}
