import type { SecretRow } from '../secret.ts';

/** How a secret is rotated: by whom, and whether its user changes with its password. */
export type RotationKind = 'managed' | 'external' | 'alternating' | 'single-user' | 'function' | 'none';

/** What has been seen of a value without showing it. */
export interface SeenKeys {
  /** Its top-level keys. */
  readonly keys?: readonly string[] | undefined;
  /** Whether two versions of it name the same user. */
  readonly user?: 'same' | 'other' | undefined;
}

/** A kind, and how it is known, or why it is not. */
export interface KnownKind {
  readonly kind: RotationKind;
  readonly how: string;
}

/**
 * The kind of a secret's rotation. Which of the two strategies a function follows is in the value alone: AWS's functions
 * for alternating users want a `masterarn` in it, those for a single user name no other.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html
 */
export function kindOf(
  { owningService, type, rotation }: Pick<SecretRow, 'owningService' | 'type' | 'rotation'>,
  { keys, user }: SeenKeys = {},
): KnownKind {
  if (owningService) {
    return { kind: 'managed', how: `${owningService} owns this secret and rotates it without a function.` };
  }
  if (type) {
    return { kind: 'external', how: `The partner rotates it, as its type ${type} says, without a function.` };
  }
  if (!rotation.functionArn) return { kind: 'none', how: 'No function is set, and no service owns it.' };
  if (user === 'other') {
    return { kind: 'alternating', how: 'The versions you compared name different users.' };
  }
  if (user === 'same') {
    return { kind: 'single-user', how: 'The versions you compared name the same user.' };
  }
  if (keys?.includes('masterarn')) {
    return {
      kind: 'alternating',
      how: 'Its keys hold masterarn, as AWS’s functions for alternating users want it.',
    };
  }
  if (keys?.includes('username')) {
    return { kind: 'single-user', how: 'Its keys name a user and no masterarn, as for a single user.' };
  }
  if (keys) {
    return { kind: 'function', how: 'Its keys name no user: what the function changes is its own affair.' };
  }
  return {
    kind: 'function',
    how: 'Single user or alternating users: not known, because only the keys of its value tell, and nobody has read them.',
  };
}
