import type { SecretVersion } from '../version.ts';
import { type SecretEvent, wasRefused } from './secret-event.ts';

const CLOSE_MS = 2_000;

/**
 * The event that gave a version its value, or for want of that the one that announced it: who made it, and with what.
 */
export function makerOf(version: SecretVersion, events: readonly SecretEvent[]): SecretEvent | undefined {
  const done = events.filter((event) => !wasRefused(event));
  const oldest = (fits: (event: SecretEvent) => boolean) =>
    done
      .filter(fits)
      .reduce<SecretEvent | undefined>((old, one) => (old && old.at <= one.at ? old : one), undefined);
  return (
    oldest(({ effect }) => effect.kind === 'value-put' && effect.version === version.id) ??
    oldest(({ effect }) => effect.kind === 'created' && effect.version === version.id) ??
    oldest((event) => isUpdateTo(event, version)) ??
    oldest(({ effect }) => effect.kind === 'rotation' && effect.version === version.id)
  );
}

// An update of the description has a token too: it made a version only when that was created with it.
function isUpdateTo({ effect, at }: SecretEvent, { id, created }: SecretVersion): boolean {
  if (effect.kind !== 'updated') return false;
  if (effect.version !== undefined) return effect.version === id;
  return (
    effect.token === id && created !== undefined && Math.abs(Date.parse(created) - Date.parse(at)) < CLOSE_MS
  );
}
