import { RegionChip, type RegionState } from '@/components/replica/region-chip';
import type { RegionProgress } from '@/lib/client/inventory-state';
import type { FoldedSecret, Member } from '@/lib/domain/fold';

/** So many chips fit the column. */
const FITS = 4;

interface RegionsCellProps {
  readonly secret: FoldedSecret;
  readonly regions: ReadonlyMap<string, RegionProgress['state']>;
}

/** Where a secret lives, the primary first; of many replicas the ones in trouble are always shown. */
export function RegionsCell({ secret, regions }: RegionsCellProps) {
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
  region: RegionProgress['state'] | undefined,
  replicated: boolean,
): { state: RegionState; word?: string } {
  switch (state) {
    case 'primary':
      return { state: 'ok', word: replicated ? 'read' : 'read, no replicas seen' };
    case 'in-sync':
      return { state: 'ok', word: 'serves the version of the primary' };
    case 'behind':
      return { state: 'behind', word: 'behind: serves another version than the primary' };
    case 'copied':
      return { state: 'unknown', word: 'not compared, the primary was not read' };
    case 'unread':
      if (region === 'reading') return { state: 'unknown', word: 'not read yet' };
      if (region === 'done') return { state: 'unknown', word: 'not in the listing of its region' };
      return { state: 'not-readable', word: region === 'failed' ? 'not readable' : 'region not read' };
  }
}
