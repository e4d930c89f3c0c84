import { useMemo } from 'react';
import { useSeenKeys } from '@/lib/client/seen-keys';
import type { SecretReading } from '@/lib/contract/answers';
import { attemptsOf } from '@/lib/domain/rotation/attempts-of';
import { endedByLabels } from '@/lib/domain/rotation/ended-by-labels';
import { opensNow } from '@/lib/domain/rotation/opens-now';
import { rotationEvents } from '@/lib/domain/rotation/rotation-events';
import { kindOf } from '@/lib/domain/rotation/rotation-kind';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import { holderOf } from '@/lib/domain/version';

/** What is known of a secret's rotations: their kind, the attempts, and whether a version's password opens something. */
export function useRotations(reading: SecretReading, events: readonly SecretEvent[], version?: string) {
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
          lastRotated: last,
        })
      : undefined;
  return { known, attempts, opens, keys };
}
