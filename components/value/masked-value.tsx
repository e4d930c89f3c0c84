import { Copy, CopyCheck, Eye, EyeOff } from 'lucide-react';
import { useId } from 'react';
import { shortWord } from '@/components/problem/short-word';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';
import { SecondsRing } from '@/components/value/seconds-ring';
import { type AskedPart, SHOWN_FOR, useShownValue } from '@/components/value/use-shown-value';

interface MaskedValueProps {
  readonly scope: string;
  readonly part: AskedPart;
  /** What it is, for the names of the buttons: "password of v 7f3a". */
  readonly name: string;
  readonly className?: string;
}

const act =
  'relative inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-fg-3 hover:text-fg max-md:size-11';

/** Ten dots, whatever the length, until the operator asks: then the value, for 30 seconds. */
export function MaskedValue({ scope, part, name, className }: MaskedValueProps) {
  const shown = useShownValue(scope, part);
  const { shownValue, secondsLeft, busy, problem, blocked, copied } = shown;
  const visible = shownValue !== undefined;
  const reasonId = useId();
  return (
    <span className={cx('flex min-w-0 items-start gap-1', className)}>
      <span className="min-w-0 flex-1 self-center">
        {visible ? (
          <code className="wrap-anywhere whitespace-pre-wrap font-medium font-mono">
            {shownValue || <i className="font-sans text-fg-3">empty</i>}
          </code>
        ) : problem ? (
          <span className="text-warn" data-tip={problem.detail ?? problem.title}>
            {shortWord(problem)}
            {problem.action && <span className="ml-1 font-mono text-2xs">{problem.action}</span>}
          </span>
        ) : (
          <span className="text-fg-3 tracking-wider">
            <span aria-hidden>••••••••••</span>
            <span className="sr-only">masked</span>
          </span>
        )}
      </span>
      {visible && <SecondsRing left={secondsLeft} of={SHOWN_FOR} />}
      <button
        type="button"
        aria-label={`Copy ${name} without showing it`}
        aria-disabled={blocked !== undefined || busy || undefined}
        aria-describedby={blocked && reasonId}
        data-tip={blocked ?? copyWords(copied)}
        onClick={() => !blocked && !busy && void shown.copy()}
        className={act}
      >
        {copied ? (
          <CopyCheck aria-hidden className="size-3.5 text-ok" />
        ) : (
          <Copy aria-hidden className="size-3.5" />
        )}
      </button>
      <button
        type="button"
        aria-label={visible ? `Hide ${name}` : `Reveal ${name} for ${SHOWN_FOR} seconds`}
        aria-disabled={blocked !== undefined || busy || undefined}
        aria-describedby={blocked && reasonId}
        data-tip={blocked ?? (visible ? 'Hide' : `Reveal for ${SHOWN_FOR} s`)}
        onClick={() => {
          if (visible) shown.hide();
          else if (!blocked && !busy) void shown.show();
        }}
        className={act}
      >
        {busy ? (
          <Spinner />
        ) : visible ? (
          <EyeOff aria-hidden className="size-3.5" />
        ) : (
          <Eye aria-hidden className="size-3.5" />
        )}
      </button>
      {blocked && (
        <span id={reasonId} className="sr-only">
          {blocked}
        </span>
      )}
      <span role="status" className="sr-only">
        {visible
          ? `${name} is shown for ${SHOWN_FOR} seconds`
          : copied === undefined
            ? ''
            : copyWords(copied)}
      </span>
    </span>
  );
}

function copyWords(copied: boolean | undefined): string {
  if (copied === undefined) return 'Copy without showing';
  return copied ? 'Copied, cleared after 60 s' : 'The browser refused to copy';
}
