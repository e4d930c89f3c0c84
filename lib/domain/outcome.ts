/** What a re-read says about a label move whose answer was refused or lost. */
export type MoveOutcome = 'moved' | 'not-moved' | 'moved-elsewhere';

/**
 * Judges a label move by where the label is now; `from` undefined: it was on no version, `to` undefined: it shall be on
 * none. `moved` does not say by whom: another operator may have asked for the same. `not-moved` is true at the instant
 * of reading only.
 */
export function judgeMove(
  move: { readonly from: string | undefined; readonly to: string | undefined },
  holderNow: string | undefined,
): MoveOutcome {
  if (holderNow === move.to) return 'moved';
  return holderNow === move.from ? 'not-moved' : 'moved-elsewhere';
}
