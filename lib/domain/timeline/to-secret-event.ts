import { toActor } from './actor.ts';
import { toEffect } from './effect.ts';
import type { SecretEvent } from './secret-event.ts';
import { toTool } from './tool.ts';
import type { TrailRecord } from './trail-record.ts';

/** A CloudTrail record as an event of a secret's life: who, with what, and what it did. */
export function toSecretEvent(record: TrailRecord): SecretEvent {
  const { id, name, at, identity, userAgent, sourceIp, requestId, errorCode, errorMessage } = record;
  const failed = errorCode !== undefined || errorMessage !== undefined;
  return {
    id,
    name,
    at,
    actor: toActor(identity, userAgent),
    tool: toTool(record),
    effect: toEffect(record),
    ...(sourceIp === undefined ? {} : { sourceIp }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(failed
      ? {
          error: {
            // A failed rotation has a sentence and no code: nothing was refused.
            code: errorCode ?? '',
            ...(errorMessage === undefined ? {} : { message: errorMessage }),
          },
        }
      : {}),
  };
}
