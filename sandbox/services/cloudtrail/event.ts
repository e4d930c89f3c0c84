import type { Caller, Principal } from '../../operation.ts';

/** A resource an event is about, as its `resources` element lists it. */
export interface EventResource {
  readonly arn: string;
  readonly account: string;
  readonly type: string;
}

/** What many events have in common, kept once: who did what, from where. */
export interface Subject {
  readonly kind: 'call' | 'behalf' | 'service';
  readonly service: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly readOnly: boolean;
  /** None for what a service did by itself. */
  readonly principal?: Principal;
  readonly caller?: Caller;
  /** The service that called for the principal, e.g. `secretsmanager`. */
  readonly by?: string;
}

/** One event as it is kept: small, for there are hundreds of thousands; its JSON is made when it is asked for. */
export interface Event {
  /** Numbers the events of one log in the order they were told. */
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly subject: Subject;
  readonly requestId: string;
  /** JSON texts, or undefined for null. */
  readonly request: string | undefined;
  readonly response: string | undefined;
  readonly failure: { readonly code: string; readonly message: string } | undefined;
  readonly resources: readonly EventResource[] | undefined;
  /** The secret a service event is about. */
  readonly about: string | undefined;
  /** The same for the events that two accounts have of one action. */
  readonly shared: string | undefined;
}

/** An event that no log has numbered yet. */
export type NewEvent = Omit<Event, 'sequence'>;
