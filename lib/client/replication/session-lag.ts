import type { MatrixRow } from '@/lib/domain/replication/cell';
import { isSeen } from '@/lib/domain/replication/judge-cell';
import { isOutOfSync } from '@/lib/domain/replication/judge-row';

/** What this page saw of one replica: when it first was not as it should be, and when it was seen to match again. */
export interface SessionLag {
  /** AWS's clock, epoch milliseconds. */
  readonly since: number;
  readonly matched?: number;
  /** The primary's last change when it was seen to match, epoch milliseconds. */
  readonly changed?: number;
}

const seen = new Map<string, SessionLag>();
const keyOf = (key: string, region: string) => `${key} ${region}`;

/** Notes what the rows show now. */
export function noteLags(rows: readonly MatrixRow[], now: number): void {
  for (const { secret, cells, primary } of rows) {
    for (const { region, state } of cells) {
      const away = isOutOfSync(state) || state === 'in-progress';
      // Forty thousand cells are looked at whenever answers arrive, and hardly one of them is of interest.
      if (!away && (state !== 'in-sync' || seen.size === 0)) continue;
      const id = keyOf(secret.key, region);
      const known = seen.get(id);
      if (away && (!known || known.matched !== undefined)) seen.set(id, { since: now });
      if (!away && known && known.matched === undefined) {
        const changed = isSeen(primary) && primary.changed ? { changed: Date.parse(primary.changed) } : {};
        seen.set(id, { ...known, matched: now, ...changed });
      }
    }
  }
}

/** What this page saw of one replica so far. */
export const lagOf = (key: string, region: string): SessionLag | undefined => seen.get(keyOf(key, region));
