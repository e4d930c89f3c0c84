/** What can be made to go wrong. */
export const KINDS = ['throttle', 'deny', 'error500', 'latency', 'hang', 'reset'] as const;

/** One thing that goes wrong, and for which calls; a filter left out means all. */
export interface Fault {
  readonly kind: (typeof KINDS)[number];
  readonly service?: string;
  readonly operation?: string;
  readonly region?: string;
  /** The operator's name. */
  readonly principal?: string;
  /** How likely a matching call is hit, 0 to 1. */
  readonly probability: number;
  /** How many calls are still to be hit; without it, all. */
  readonly count?: number;
  /** Of latency: how long an answer is held back. */
  readonly ms?: number;
  /** Of reset: the call is carried out first, so only its answer is lost. */
  readonly after?: boolean;
}
