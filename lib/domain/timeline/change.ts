/** One move of a label, as an event proves it. */
export interface Move {
  readonly label: string;
  /** The holder afterwards; null: none. Undefined: the event does not say. */
  readonly to: string | null | undefined;
  /** The holder before, where the event proves it. */
  readonly from?: string | null;
  /** Afterwards it moves on by itself, which may not have been read. */
  readonly loose?: true;
}

/** What one event did to the labels. */
export interface Change {
  readonly at: number;
  readonly eventId: string;
  readonly moves: readonly Move[];
  /**
   * AWSCURRENT went to a version that had not held it: what it left got AWSPREVIOUS, so that each tells of the other.
   * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
   */
  readonly swaps: boolean;
  /** A new value took AWSCURRENT: AWSPENDING does not stay behind on the version that is left (recorded on AWS). */
  readonly drops?: boolean;
  /** The secret began here: before, no label was anywhere, and afterwards only those of `moves`. */
  readonly begins?: boolean;
}

/** When a change was, and whose it is. */
export type ChangeBase = Pick<Change, 'at' | 'eventId'>;

/** What the events so far have told. */
export interface Seen {
  /** Versions that have been given their value. */
  readonly made: Set<string>;
  /** Versions that a rotation has announced. */
  readonly announced: Set<string>;
  /** Where a label was put last; undefined: it is not known. */
  readonly last: Map<string, string | null | undefined>;
}

/** Labels that may have moved or not: what lies before tells nothing of what lies after. */
export function doubtful({ at, eventId }: ChangeBase, labels: readonly string[]): Change {
  const touched = labels.includes('AWSCURRENT') ? [...labels, 'AWSPREVIOUS'] : labels;
  return {
    at,
    eventId,
    moves: [...new Set(touched)].map((label) => ({ label, to: undefined })),
    swaps: false,
  };
}
