import type { SecretVersion } from '../version.ts';

/** What is known of the versions beside the events. */
export interface VersionFacts {
  readonly versions: readonly SecretVersion[];
  /** Whether `versions` are all that AWS still keeps, the unlabelled ones too. */
  readonly complete: boolean;
  /** When the secret was created; ISO. */
  readonly created?: string | undefined;
}

// AWS purges unlabelled versions only above a hundred: below that, one that is not listed never was.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
const PURGED_FROM = 100;

/** Whether a version may have existed that is not listed. */
export function mayLack({ versions, complete }: VersionFacts): boolean {
  return !complete || versions.length >= PURGED_FROM;
}

/** Whether a version was created by what happened at an instant, which is dated by whole seconds, cut off. */
export function isAt(created: string, at: number): boolean {
  const after = Date.parse(created) - at;
  return after > -500 && after < 2_000;
}
