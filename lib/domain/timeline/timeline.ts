import type { Unknown } from './searched.ts';

/** `known`: proven by AWS's records; `inferred`: the likeliest reading; `unknown`: nothing is claimed. */
export type Certainty = 'known' | 'inferred' | 'unknown';

/** A span in which one version held a label, or none did, or it is not known which. Epoch milliseconds. */
export interface Interval {
  /** null: on no version. Meaningless where `certainty` is `unknown`. */
  readonly versionId: string | null;
  readonly from: number;
  readonly to: number;
  readonly certainty: Certainty;
  /** Why it is less than known. */
  readonly reason?: Unknown;
  /** The id of the event that put the label where it is: intervals that differ only in certainty share it. */
  readonly startedBy?: string;
}

/** The life of one staging label, from the secret's creation or the edge of what was looked at, without gaps. */
export interface Lane {
  readonly label: string;
  readonly intervals: readonly Interval[];
}

/** Where a secret's labels have been, as far as can be told. */
export interface Timeline {
  readonly lanes: readonly Lane[];
  /** Epoch milliseconds: nothing is told outside. */
  readonly from: number;
  readonly to: number;
}
