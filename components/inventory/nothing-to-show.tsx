import { ListFilter, Table2 } from 'lucide-react';
import { counted, figure, notRead } from '@/components/inventory/count-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { RegionProgress } from '@/lib/client/inventory-state';
import type { Filter } from '@/lib/domain/filter/query-text';

/** An account without secrets, as far as it was read. */
export function NoSecrets({ regions }: { regions: readonly RegionProgress[] }) {
  const read = regions.filter(({ state }) => state === 'done').length;
  const without = notRead(regions);
  return (
    <EmptyState
      icon={Table2}
      title={read === 0 ? 'No region was read to its end' : `No secrets in ${counted(read, 'region')}`}
    >
      {regions
        .filter(({ state }) => state === 'done')
        .map(({ region }) => region)
        .join(', ')}
      {read > 0 && '. Those scheduled for deletion would be listed too.'}
      {without && ` Not read: ${without}.`}
    </EmptyState>
  );
}

interface NothingMatchesProps {
  readonly filter: Filter;
  /** How many could not be judged. */
  readonly untold: number;
  readonly total: number;
  readonly regions: readonly RegionProgress[];
  readonly reading: boolean;
  readonly onClear: () => void;
}

/** A filter that no secret answers, and what it was asked of. */
export function NothingMatches({ filter, untold, total, regions, reading, onClear }: NothingMatchesProps) {
  const without = notRead(regions);
  const text = filter.text.trim();
  const conditions = filter.tokens.length;
  return (
    <EmptyState
      icon={ListFilter}
      title={reading ? 'No secret matches so far' : 'No secret matches'}
      action={
        <Button kbd={conditions === 0 ? 'Esc' : undefined} onClick={onClear}>
          Clear filter
        </Button>
      }
    >
      0 of {figure(total)}
      {text && (
        <>
          {' with '}
          <span className="wrap-anywhere font-mono text-fg">{text}</span> in name, ARN, description, owner,
          region or tags
        </>
      )}
      {conditions > 0 && ` that meet ${text ? 'also ' : ''}${counted(conditions, 'condition')}`}.
      {untold > 0 && ` Of ${figure(untold)} it is not known: a region that would tell was not read.`}
      {without && ` ${without} ${without.includes(' ') ? 'were' : 'was'} not read.`}
    </EmptyState>
  );
}
