import type { Cell } from './cell.ts';

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
