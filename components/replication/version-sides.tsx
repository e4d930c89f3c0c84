import { cx } from '@/components/ui/cx';
import { VersionId } from '@/components/version/version-id';
import type { Seen } from '@/lib/domain/replication/cell';
import { sortLabels } from '@/lib/domain/version';

interface VersionSidesProps {
  readonly region: string;
  readonly primary: Seen['holders'] | undefined;
  readonly there: Seen['holders'] | undefined;
  /** What is there is another secret of the same name. */
  readonly apart?: boolean | undefined;
}

/** Which version each label is on, at the primary and in the region. */
export function VersionSides({ region, primary, there, apart = false }: VersionSidesProps) {
  const labels = sortLabels([...new Set([...Object.keys(primary ?? {}), ...Object.keys(there ?? {})])]);
  if (labels.length === 0) return <p className="text-fg-3">No labels are known on either side.</p>;
  const ids = [...Object.values(primary ?? {}), ...Object.values(there ?? {})];
  return (
    <table className="w-full text-xs" aria-label="Version per label">
      <thead>
        <tr className="text-left text-2xs text-fg-3">
          <th scope="col" className="py-1 font-medium">
            Label
          </th>
          <th scope="col" className="py-1 font-medium">
            Primary
          </th>
          <th scope="col" className="py-1 font-medium">
            <span className="font-mono">{region}</span>
            {apart && <span className="block">not a replica</span>}
          </th>
        </tr>
      </thead>
      <tbody>
        {labels.map((label) => {
          // Versions of two secrets are not to be compared by their ids.
          const differs =
            !apart && primary !== undefined && there !== undefined && primary[label] !== there[label];
          return (
            <tr key={label} className={cx('border-t', differs && 'bg-warn-soft')}>
              <th
                scope="row"
                className="wrap-anywhere min-w-22 py-1 pr-2 text-left font-normal font-mono text-2xs"
              >
                {label}
                {differs && <span className="sr-only">, differs</span>}
              </th>
              <td className="py-1 pr-2">
                <Version id={primary?.[label]} known={primary !== undefined} ids={ids} />
              </td>
              <td className="py-1">
                <Version id={there?.[label]} known={there !== undefined} ids={ids} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Version({ id, known, ids }: { id: string | undefined; known: boolean; ids: readonly string[] }) {
  if (id) return <VersionId id={id} others={ids} />;
  return <span className="text-fg-3">{known ? 'none' : 'not read'}</span>;
}
