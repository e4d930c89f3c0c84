import type { Cell, MatrixRow } from './cell.ts';
import { isSeen } from './judge-cell.ts';

/** How far a move of AWSCURRENT at the primary would reach one region. */
export type RollbackReach = 'follows' | 'late' | 'stays-failed' | 'unknown' | 'apart';

/** What a roll back at the primary does in a region; undefined where there is nothing to follow. */
export function rollbackReach({ state }: Cell): RollbackReach | undefined {
  switch (state) {
    case 'in-sync':
    case 'in-progress':
      return 'follows';
    case 'behind':
      return 'late';
    case 'failed':
    case 'missing':
      return 'stays-failed';
    case 'unreadable':
    case 'unread':
    case 'uncompared':
      return 'unknown';
    case 'twin':
      return 'apart';
    case 'primary':
    case 'none':
      return undefined;
  }
}

/**
 * The version a roll back would bring back: the primary's AWSPREVIOUS, wherever the secret is looked at. A replica that is
 * behind has another one. Undefined where there is none, or the primary has not been read.
 */
export const rollbackTarget = ({ primary }: Pick<MatrixRow, 'primary'>): string | undefined =>
  isSeen(primary) ? primary.holders.AWSPREVIOUS : undefined;
