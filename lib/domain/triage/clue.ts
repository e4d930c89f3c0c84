import type { Cause } from './cause.ts';
import type { Block } from './log/block.ts';
import type { Line } from './log/line.ts';

/** A text that points to a cause. */
export interface Clue {
  readonly sign: RegExp;
  /** How surely, 1 to 100; of several causes that are found, the heaviest is named. */
  readonly weight: number;
  /** What the text says, for an operator. */
  readonly says: string;
  /** The event must hold this too. */
  readonly needs?: RegExp;
  /** The event must not hold this. */
  readonly unless?: RegExp;
}

/** The clues to one cause. */
export interface Rule {
  readonly cause: Cause;
  readonly clues: readonly Clue[];
}

/** A clue that was found, and where. */
export interface Finding {
  readonly cause: Cause;
  readonly weight: number;
  readonly says: string;
  readonly line: Line;
  /** Range in the text of the line. */
  readonly from: number;
  readonly to: number;
  readonly block: Block;
}
