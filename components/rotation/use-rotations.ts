import { useMemo } from 'react';
import { useSeenKeys } from '@/lib/client/seen-keys';
import type { TimelineReading } from '@/lib/client/timeline';
import { gathered, type TimelineState } from '@/lib/client/timeline-state';
import type { SecretReading } from '@/lib/contract/answers';
import { attemptsOf } from '@/lib/domain/rotation/attempts-of';
import { endedByLabels } from '@/lib/domain/rotation/ended-by-labels';
import { opensNow } from '@/lib/domain/rotation/opens-now';
import { rotationEvents } from '@/lib/domain/rotation/rotation-events';
import { kindOf } from '@/lib/domain/rotation/rotation-kind';
import { holderOf } from '@/lib/domain/version';

/** What is known of a secret's rotations: their kind, the attempts, and whether a version's password opens something. */
export function useRotations(
  reading: SecretReading,
  { events, state }: Pick<TimelineReading, 'events' | 'state'>,
  version?: string,
) {
  const current = holderOf(reading.versions, 'AWSCURRENT')?.id;
  const about = version ?? current;
  const { keys, user } = useSeenKeys(reading.arn, current, version);
  const { secret, versions, complete } = reading;
  const last = secret?.rotation.last;
  const attempts = useMemo(
    () => endedByLabels(attemptsOf(rotationEvents(reading.arn, events)), current, last),
    [reading.arn, events, current, last],
  );
  const known = secret && kindOf(secret, { keys, user });
  const opens =
    known && about
      ? opensNow(about, {
          ...{ kind: known.kind, versions, complete, attempts },
          ...{ lastRotated: last, failuresFrom: failuresFrom(state) },
        })
      : undefined;
  return { known, attempts, opens, keys };
}

// Where failures were not looked for at all, none can be excluded.
function failuresFrom(state: TimelineState): string | undefined {
  const read = gathered(state).searched.streams.find(({ name }) => name === 'RotationFailed');
  return read?.complete ? undefined : (read?.from ?? new Date(8.64e15).toISOString());
}
