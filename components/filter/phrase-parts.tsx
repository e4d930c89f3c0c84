import type { Phrase } from '@/lib/domain/filter/phrase';

/** A phrase in its three inks: what is asked quiet, how it is asked quieter, the value plain. */
export function PhraseParts({ phrase: { key, operator, value } }: { phrase: Phrase }) {
  return (
    <>
      <span className={operator === undefined ? 'font-medium text-fg' : 'text-fg-2'}>{key}</span>
      {operator !== undefined && <span className="text-fg-3"> {operator} </span>}
      {value !== undefined && <span className="font-medium text-fg">{value}</span>}
    </>
  );
}
