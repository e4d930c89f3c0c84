import { cx } from '@/components/ui/cx';
import { useShownInPlace } from '@/lib/client/screen-share';
import type { Proof } from '@/lib/domain/triage/diagnosis';

/** An entry of a log; `at` is ISO, where the log was not pasted without its times. */
export interface EvidenceEntry {
  readonly text: string;
  readonly at?: string;
}

interface EvidenceBlockProps {
  readonly log: readonly EvidenceEntry[];
  readonly proofs: readonly Proof[];
}

/** So many entries before and after a proof are shown with it. */
const AROUND = 2;
/** An entry may be a megabyte: so many characters around the proof are enough. */
const LONGEST = 400;

/** The entries that prove a cause, with those around them; the part that says it is marked. */
export function EvidenceBlock({ log, proofs }: EvidenceBlockProps) {
  const inLog = proofs.filter(({ source, line }) => source === 'log' && line !== undefined);
  const shown = [...new Set(inLog.flatMap(({ line = 0 }) => range(line - AROUND, line + AROUND)))].filter(
    (at) => at >= 0 && at < log.length,
  );
  const others = proofs.filter((proof) => !inLog.includes(proof));
  return (
    <div className="overflow-hidden rounded-md border border-line-strong">
      {shown.length > 0 && (
        <ol className="scroll-thin overflow-x-auto bg-canvas py-1 font-mono text-2xs leading-4">
          {shown
            .sort((a, b) => a - b)
            .map((at, index) => (
              <Entry
                key={at}
                number={at + 1}
                entry={log[at] ?? { text: '' }}
                proof={inLog.find(({ line }) => line === at)}
                gap={index > 0 && shown[index - 1] !== at - 1}
              />
            ))}
        </ol>
      )}
      {others.length > 0 && (
        <ul className={cx('px-3 py-2 text-xs', shown.length > 0 && 'border-t')}>
          {others.map(({ source, says }) => (
            <li key={`${source} ${says}`}>
              <span className="text-fg-3">{source}</span> {says}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

interface EntryProps {
  readonly number: number;
  readonly entry: EvidenceEntry;
  readonly proof: Proof | undefined;
  /** Entries before this one were left out. */
  readonly gap: boolean;
}

function Entry({ number, entry, proof, gap }: EntryProps) {
  const { at } = entry;
  const text = useShownInPlace()(entry.text);
  const start = proof?.start ?? 0;
  const end = proof?.end ?? start;
  const from = Math.max(0, start - LONGEST / 2);
  const to = Math.min(text.length, Math.max(end, from) + LONGEST / 2);
  return (
    <li
      className={cx(
        'flex gap-3 border-l-2 px-2.5',
        proof ? 'border-fail-mark bg-fail-soft' : 'border-transparent text-fg-2',
        gap && 'mt-1 border-t border-t-line pt-1',
      )}
    >
      {at ? (
        <time dateTime={at} data-tip={at} className="shrink-0 select-none text-fg-3">
          {at.slice(11, 19)}
        </time>
      ) : (
        <span className="w-8 shrink-0 select-none text-right text-fg-3">{number}</span>
      )}
      <span className="wrap-anywhere min-w-0 whitespace-pre-wrap">
        {from > 0 && '…'}
        {text.slice(from, start)}
        {end > start && (
          <mark className="bg-warn-soft text-fg underline decoration-warn-mark">
            {text.slice(start, end)}
          </mark>
        )}
        {text.slice(Math.max(end, from), to)}
        {to < text.length && '…'}
        {proof && <span className="block font-sans text-fail">{proof.says}</span>}
      </span>
    </li>
  );
}
