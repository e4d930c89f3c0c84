import type { FoldedSecret } from '../fold.ts';
import type { RotationAttempt } from '../rotation/attempt.ts';
import type { Cause, Certainty, Step } from '../triage/cause.ts';

/** What state a secret's rotation is in. */
export type FleetStateKind =
  | 'off'
  | 'scheduled'
  | 'window-open'
  | 'running'
  | 'succeeded'
  | 'will-retry'
  | 'gave-up'
  | 'overdue'
  | 'stuck'
  | 'abandoned'
  | 'impaired'
  | 'unknown';

/** A state, since when, and the sentence that says what it was derived from. */
export interface FleetState {
  readonly kind: FleetStateKind;
  readonly evidence: string;
  /** ISO; absent where nothing dates it. */
  readonly since?: string;
  /** When the window that is open ends; ISO. */
  readonly until?: string;
}

/** One secret with the attempts that were read of it, the newest first, and without tests. */
export interface FleetSecret {
  readonly secret: FoldedSecret;
  readonly state: FleetState;
  readonly attempts: readonly RotationAttempt[];
}

/** What evidence has shown of a secret's last failure. */
export interface FoundCause {
  readonly cause: Cause;
  readonly step: Step;
  readonly certainty: Certainty;
  /** ARN of the function's role, where the function was looked at. */
  readonly role?: string;
  /** The subnets it runs in. */
  readonly subnets?: readonly string[];
}

/** The lists of the page. */
export type FleetTab = 'open' | 'overdue' | 'stuck' | 'in-flight' | 'healthy' | 'unreadable';

const tabs: Record<FleetStateKind, FleetTab | undefined> = {
  off: undefined,
  scheduled: 'healthy',
  succeeded: 'healthy',
  abandoned: 'healthy',
  'window-open': 'in-flight',
  running: 'in-flight',
  'will-retry': 'open',
  'gave-up': 'open',
  impaired: 'open',
  overdue: 'overdue',
  stuck: 'stuck',
  unknown: 'unreadable',
};

/** The list a state belongs to; none where rotation is off. */
export const tabOf = (kind: FleetStateKind): FleetTab | undefined => tabs[kind];
