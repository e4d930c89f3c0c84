import { type Step, useAddressField } from '@/lib/client/address';
import { arnInRegion, parseSecretArn } from '@/lib/domain/arn';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { WORST_FIRST } from '@/lib/domain/replication/judge-row';

/** The cell whose panel is open; it is in the address, as the ARN of the copy. */
export function useOpenCell(rows: readonly MatrixRow[]) {
  const [arn, setArn] = useAddressField('open');
  const parts = parseSecretArn(arn ?? '');
  const row = parts && rows.find(({ secret }) => arnInRegion(secret.key, parts.region) === arn);
  const open = row && parts ? { row, key: row.secret.key, region: parts.region } : undefined;
  return {
    open,
    /** The ARN in the address that no row has. */
    unknown: row ? undefined : (arn ?? undefined),
    /** As a step to go back from, where it covers the page. */
    show: (key: string, region: string | undefined, step: Step = 'replace') => {
      const there = region ?? worstRegion(rows.find(({ secret }) => secret.key === key));
      if (there) setArn(arnInRegion(key, there), step);
    },
    close: () => setArn(null, 'replace'),
  };
}

function worstRegion(row: MatrixRow | undefined): string | undefined {
  if (!row) return undefined;
  const rank = (state: MatrixRow['worst']) => WORST_FIRST.indexOf(state);
  return [...row.cells].sort((a, b) => rank(a.state) - rank(b.state))[0]?.region;
}
