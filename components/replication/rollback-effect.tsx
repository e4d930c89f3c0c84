import { SectionHead } from '@/components/ui/section-head';
import { ShortVersion } from '@/components/version/short-version';
import type { SecretReading } from '@/lib/contract/answers';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { type RollbackReach, rollbackReach, rollbackTarget } from '@/lib/domain/replication/rollback-reach';

const words: Readonly<Record<RollbackReach, string>> = {
  follows: 'follows, usually within seconds',
  late: 'is behind already: it may follow late, read it back',
  'stays-failed': 'has no working replica: nothing changes there',
  unknown: 'cannot be read: it may follow, and nothing here can prove it',
  apart: 'is a secret of its own: it does not follow',
};

/** What rolling back to AWSPREVIOUS would do in each region. */
export function RollbackEffect({ reading, row }: { reading: SecretReading; row: MatrixRow }) {
  const previous = rollbackTarget(row);
  const effects = row.cells.flatMap((cell) => {
    const reach = rollbackReach(cell);
    return reach ? [{ region: cell.region, reach }] : [];
  });
  if (!previous || effects.length === 0) return null;
  const ids = reading.versions.map(({ id }) => id);
  return (
    <section aria-label="A roll back, by region" className="border-t pt-1">
      <SectionHead title="A roll back, by region" />
      <p className="px-4 text-fg-2 md:px-5">
        Rolling back in {row.secret.primaryRegion} to <ShortVersion id={previous} others={ids} />:
      </p>
      <ul className="px-4 py-1 md:px-5">
        {effects.map(({ region, reach }) => (
          <li key={region} className="py-0.5">
            <span className="font-mono">{region}</span> {words[reach]}.
          </li>
        ))}
      </ul>
    </section>
  );
}
