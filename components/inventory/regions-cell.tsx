import { RegionChip, type RegionState } from '@/components/replica/region-chip';
import { useFirstZone } from '@/components/ui/first-zone';
import { zoned } from '@/components/ui/time-format';
import { isComplete, type RegionProgress, shownPages } from '@/lib/client/inventory-state';
import type { FoldedSecret, Member } from '@/lib/domain/fold';

/** So many chips fit the column. */
const FITS = 4;

interface RegionsCellProps {
  readonly secret: FoldedSecret;
  readonly regions: ReadonlyMap<string, RegionProgress>;
}

/** Where a secret lives, the primary first; of many replicas the ones in trouble are always shown. */
export function RegionsCell({ secret, regions }: RegionsCellProps) {
  useFirstZone();
  const { members } = secret;
  const inSight = members.length <= FITS ? members : troubledFirst(members).slice(0, FITS - 1);
  const more = members.filter((member) => !inSight.includes(member)).map(({ region }) => region);
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {inSight.map((member) => (
        <RegionChip
          key={member.region}
          region={member.region}
          primary={member === members[0]}
          {...stateOf(member, regions.get(member.region), members.length > 1)}
        />
      ))}
      {more.length > 0 && (
        <span data-tip={more.join(', ')} className="text-2xs text-fg-3">
          +{more.length}
          <span className="sr-only"> in sync: {more.join(', ')}</span>
        </span>
      )}
    </span>
  );
}

const troubledFirst = ([primary, ...replicas]: readonly Member[]) => [
  ...(primary ? [primary] : []),
  ...replicas.filter(({ state }) => state !== 'in-sync'),
  ...replicas.filter(({ state }) => state === 'in-sync'),
];

// A listing shows which version a replica serves, not what AWS reports of the replication itself.
function stateOf(
  { state }: Member,
  region: RegionProgress | undefined,
  replicated: boolean,
): { state: RegionState; word?: string } {
  const since = staleSince(region);
  switch (state) {
    case 'primary':
      return { state: 'ok', word: `${replicated ? 'read' : 'read, no replicas seen'}${since}` };
    case 'in-sync':
      return { state: 'ok', word: `serves the version of the primary${since}` };
    case 'behind':
      return { state: 'behind', word: `behind: serves another version than the primary${since}` };
    case 'copied':
      return { state: 'unknown', word: `not compared, the primary was not read${since}` };
    case 'unread':
      if (region && isComplete(region)) return { state: 'unknown', word: 'not in the listing of its region' };
      if (region?.state === 'reading') return { state: 'unknown', word: 'not read yet' };
      if (region?.state === 'stopped') return { state: 'not-readable', word: 'not read, stopped before' };
      return { state: 'not-readable', word: region ? 'not readable' : 'region not read' };
  }
}

// Where a later reading failed, what is shown is of the one before.
function staleSince(region: RegionProgress | undefined): string {
  if (region?.state !== 'failed' && region?.state !== 'stopped') return '';
  const { at } = shownPages(region);
  return at ? `, as of ${zoned(new Date(at), true)}, not read since` : '';
}
