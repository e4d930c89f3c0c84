import type { FoldedSecret } from './fold.ts';
import { isReplica, type Rotation } from './secret.ts';

/** What the listing alone tells of a secret's rotation; whether it fails is only known from CloudTrail. */
export type RotationState =
  /** Rotation belongs to the primary, and the primary has not been read. */
  | { readonly kind: 'unread' }
  | {
      readonly kind: 'read';
      readonly enabled: boolean;
      readonly rule: RotationRule;
      /** How long, in milliseconds, the latest moment of the next rotation has passed. */
      readonly overdue?: number;
      /** The version with AWSPENDING, where that is another than the one with AWSCURRENT. */
      readonly pending?: string;
    };

/** A schedule in words, or as AWS's expression where no words say the same. */
export type RotationRule = { readonly words: string } | { readonly expression: string };

/**
 * How a secret's rotation stands by AWS's clock. `next` is the latest moment of the next rotation; once it has
 * passed, rotation is overdue. A secret scheduled for deletion does not rotate and is never overdue.
 * AWSPENDING on the version that holds AWSCURRENT is how a finished rotation may leave it, and is healthy.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
 */
export function rotationState(secret: FoldedSecret, now: number): RotationState {
  const { shown } = secret;
  if (isReplica(shown)) return { kind: 'unread' };
  const { rotation, holders, deleted } = shown;
  const late = rotation.next === undefined ? 0 : now - Date.parse(rotation.next);
  const pending = holders.AWSPENDING;
  return {
    kind: 'read',
    enabled: rotation.enabled,
    rule: ruleOf(rotation),
    ...(rotation.enabled && !deleted && late > 0 ? { overdue: late } : {}),
    ...(pending !== undefined && pending !== holders.AWSCURRENT ? { pending } : {}),
  };
}

const RATE = /^rate\((\d+) (hour|day)s?\)$/;

function ruleOf({ enabled, everyDays, schedule }: Rotation): RotationRule {
  if (!enabled) return { words: 'Off' };
  const [, count, unit] = RATE.exec(schedule ?? '') ?? [];
  if (count) return { words: `Every ${count} ${unit === 'hour' ? 'h' : 'd'}` };
  // For a schedule in days AWS may report both; for a cron expression the days are only derived from it.
  if (schedule) return { expression: schedule };
  return { words: everyDays === undefined ? 'On' : `Every ${everyDays} d` };
}
