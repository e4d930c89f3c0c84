/** After how many milliseconds a region that still serves the older version is called behind. */
export const BEHIND_AFTER = 60_000;

/** How far a region has followed a label move. */
export type FollowState = 'confirmed' | 'waiting' | 'behind' | 'elsewhere';

/**
 * Whether a region follows a label move: `confirmed` once AWSCURRENT is on the new version there, `waiting`
 * then `behind` while it is still on the old one, `elsewhere` when it is on a third.
 */
export function judgeFollow(
  move: { readonly from: string; readonly to: string },
  holderThere: string | undefined,
  elapsed: number,
): FollowState {
  if (holderThere === move.to) return 'confirmed';
  if (holderThere !== move.from && holderThere !== undefined) return 'elsewhere';
  return elapsed >= BEHIND_AFTER ? 'behind' : 'waiting';
}
