import type { Call } from '../../operation.ts';
import { rotationAfter, withoutOpenRotation } from './rotation-life.ts';
import { tellService } from './service-events.ts';
import type { Content, Secret, Version, Versions } from './state.ts';
import { withVersion } from './versions.ts';

/**
 * What a new version changes of a secret: its labels, the versions purged for it, and its rotation.
 * `versions` are the secret's, or what the same call has already made of them.
 */
export function addVersion(
  call: Call,
  secret: Secret,
  versions: Versions,
  { made, labels }: { readonly made: Version; readonly labels: readonly string[] },
): Pick<Content, 'versions' | 'rotation'> {
  const next = withVersion(withoutOpenRotation(secret, versions, { made: made.id, labels }), made, labels);
  for (const id of versions.keys()) {
    if (!next.has(id)) tellService(call, secret, { name: 'SecretVersionDeletion', at: call.now, about: id });
  }
  return { versions: next, rotation: rotationAfter(call, secret, next) };
}
