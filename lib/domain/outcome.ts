/** What a re-read says about a label move whose answer was refused or lost. */
export type MoveOutcome = 'moved' | 'not-moved' | 'moved-elsewhere';

/**
 * Judges a label move (`from` undefined: the label was on no version) by where the label is now. `moved` does not say by whom: another operator may have asked
 * for the same. `not-moved` is true at the instant of reading only.
 */
export function judgeMove(
  move: { readonly from: string | undefined; readonly to: string },
  holderNow: string | undefined,
): MoveOutcome {
  if (holderNow === move.to) return 'moved';
  return holderNow === move.from ? 'not-moved' : 'moved-elsewhere';
}
