import { toSecretEvent } from '../timeline/to-secret-event.ts';
import type { TrailRecord } from '../timeline/trail-record.ts';
import type { RotationEvent } from './rotation-event.ts';
import { rotationEvents } from './rotation-events.ts';

/**
 * A CloudTrail record as an event of a rotation; undefined where it is none, or does not say of which secret. AWS's own
 * events name the secret in full, callers as they typed it.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
export function toRotationEvent(record: TrailRecord): RotationEvent | undefined {
  const arn = record.about ?? record.answered.arn ?? record.asked.secretId;
  return arn === undefined ? undefined : rotationEvents(arn, [toSecretEvent(record)])[0];
}
