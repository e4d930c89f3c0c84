import { CornerDownLeft, Plus } from 'lucide-react';
import type { jumpsOf } from '@/components/filter/jumps-of';
import { PhraseParts } from '@/components/filter/phrase-parts';
import { figure } from '@/components/inventory/count-words';
import { phraseOf, phraseText } from '@/lib/domain/filter/phrase';
import type { suggestions } from '@/lib/domain/filter/suggest';
import { fields } from '@/lib/domain/filter/token';
import { writeToken } from '@/lib/domain/filter/token-text';

/** What the typed text may become. */
export type Option =
  | ReturnType<typeof suggestions>[number]
  | ({ readonly kind: 'jump' } & ReturnType<typeof jumpsOf>[number]);

/** What tells an option from all others. */
export const keyOf = (option: Option) =>
  option.kind === 'jump'
    ? `jump ${option.arn} ${option.note}`
    : option.kind === 'field'
      ? `field ${option.field}`
      : writeToken(option.token);

/** An option as it stands in the list. */
export function OptionWords({ option }: { option: Option }) {
  if (option.kind === 'jump') {
    return (
      <>
        <CornerDownLeft aria-hidden strokeWidth={1.75} className="size-3 shrink-0 text-accent" />
        <span className="min-w-0 truncate">
          Open <span className="font-medium font-mono">{option.name}</span>
        </span>
        <span className="ml-auto shrink-0 font-mono text-2xs text-fg-3">{option.note}</span>
      </>
    );
  }
  if (option.kind === 'field') {
    const { field, not } = option;
    const { form, title } = fields[field];
    return (
      <>
        <Plus aria-hidden strokeWidth={1.75} className="size-3 shrink-0 text-fg-3" />
        <span className="text-fg-2">
          {form === 'flag' ? phraseText({ field, not, values: [] }) : `${title}${not ? ' is not' : ''}…`}
        </span>
      </>
    );
  }
  return (
    <>
      <span aria-hidden className="size-3 shrink-0" />
      <span className="min-w-0 truncate">
        <PhraseParts phrase={phraseOf(option.token)} />
      </span>
      <span className="ml-auto shrink-0 text-fg-3">{figure(option.count)}</span>
    </>
  );
}
