import { type SecretEvent, wasRefused } from '../timeline/secret-event.ts';
import type { RotationEvent } from './rotation-event.ts';

/** The events of a secret's past that tell of its rotations. */
export function rotationEvents(arn: string, events: readonly SecretEvent[]): RotationEvent[] {
  return events.flatMap((event) => {
    const { id, at, effect, error, actor } = event;
    if (effect.kind !== 'rotation') return [];
    return [
      {
        ...{ id, at, arn, step: effect.step },
        ...(effect.version === undefined ? {} : { version: effect.version }),
        ...(error?.message === undefined ? {} : { message: error.message }),
        ...(actor.kind === 'service' ? {} : { by: actor }),
        ...(wasRefused(event) ? { refused: error?.code ?? '' } : {}),
      },
    ];
  });
}
