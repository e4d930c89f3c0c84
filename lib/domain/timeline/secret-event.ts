/** Who did something, as far as CloudTrail tells. */
export interface Actor {
  /** `function` is a Lambda function's session, `person` a user or a session of somebody signed in. */
  readonly kind: 'person' | 'role' | 'function' | 'service' | 'root' | 'account' | 'unknown';
  /** The name to show: of the user, the session, the function or the service. */
  readonly name: string;
  /** The role or permission set behind a session. */
  readonly via?: string;
  readonly arn?: string;
}

/** With what it was done, read from the user agent, which callers write themselves. */
export interface Tool {
  readonly kind: 'keyturn' | 'cli' | 'console' | 'terraform' | 'sdk' | 'service' | 'other' | 'unknown';
  readonly name: string;
  readonly version?: string;
  /** Given in Keyturn, in the alphabet it travels in. */
  readonly reason?: string;
}

/** How far a rotation had come. */
export type RotationStep =
  | 'asked'
  | 'started'
  | 'succeeded'
  | 'failed'
  | 'abandoned'
  | 'cancelled'
  | 'test-asked'
  | 'test-started'
  | 'test-succeeded'
  | 'test-failed';

/** What an event did to the secret. */
export type EventEffect =
  | { readonly kind: 'created'; readonly version?: string }
  /** `labels` as they were asked for; none named: AWSCURRENT. */
  | { readonly kind: 'value-put'; readonly version: string; readonly labels?: readonly string[] }
  /** UpdateSecret; `token` became a version only if a value was sent, which the record need not say. */
  | { readonly kind: 'updated'; readonly version?: string; readonly token?: string }
  /** null: on no version afterwards; `from` absent: the caller did not say where the label was. */
  | {
      readonly kind: 'label-moved';
      readonly label: string;
      readonly from?: string;
      readonly to: string | null;
    }
  | { readonly kind: 'rotation'; readonly step: RotationStep; readonly version?: string }
  | { readonly kind: 'deletion'; readonly step: 'asked' | 'restored' | 'version-purged' }
  /** `regions` absent: the record does not tell them. */
  | {
      readonly kind: 'replication';
      readonly step: 'changed' | 'started' | 'succeeded' | 'failed';
      readonly regions?: readonly string[];
    }
  | { readonly kind: 'read'; readonly version?: string }
  | { readonly kind: 'other' };

/** Something that happened to a secret: who, with what, when, and what it did. */
export interface SecretEvent {
  /** CloudTrail's event id; for what it has not delivered yet, an id of ours. */
  readonly id: string;
  /** AWS's name for it, e.g. `PutSecretValue`. */
  readonly name: string;
  /** ISO instant, whole seconds. */
  readonly at: string;
  readonly actor: Actor;
  readonly tool: Tool;
  readonly sourceIp?: string;
  readonly requestId?: string;
  /** Set when AWS refused it, or when a rotation failed: AWS's code and sentence. */
  readonly error?: { readonly code: string; readonly message?: string };
  readonly effect: EventEffect;
  /** Done from this console a moment ago; CloudTrail will name the mover. */
  readonly undelivered?: true;
}

/** Whether AWS refused the call: then it changed nothing. */
export function wasRefused(event: SecretEvent): boolean {
  return event.error !== undefined && event.error.code !== '';
}
