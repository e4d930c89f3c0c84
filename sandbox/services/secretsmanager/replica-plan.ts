import type { Call } from '../../operation.ts';
import { isEnabled } from '../../regions.ts';
import { arnInRegion } from './arn.ts';
import { invalidParameter } from './errors.ts';
import { keyForReplica, type ReplicaKey } from './replica-key.ts';
import { replicaIn } from './replicas.ts';
import { type Secret, secretsIn } from './state.ts';

/** A region a caller wants a replica in. */
export interface WantedRegion {
  readonly Region: string;
  readonly KmsKeyId: string | undefined;
}

/** What replication to one region would come to. */
export interface ReplicaPlan {
  readonly region: string;
  readonly kmsKeyId: string | undefined;
  readonly chosen: ReplicaKey;
}

/**
 * Works out what replication to more regions would come to, and changes nothing: a call that is refused for
 * one of them has not touched the others. A region named twice counts as it was named last. One where the key
 * does not work, or where another secret has the name, is going to fail, unless for the latter the caller agreed
 * to overwrite that secret.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html
 */
export function planReplicas(
  call: Call,
  primary: Secret,
  wanted: readonly WantedRegion[],
  overwrite: boolean,
): readonly ReplicaPlan[] {
  requireOtherRegions(wanted, primary.region);
  const byRegion = new Map(wanted.map((one) => [one.Region, one.KmsKeyId || undefined]));
  return [...byRegion].map(([region, kmsKeyId]) => {
    const taken = secretsIn(call.state.secretsManager, primary.account, region).get(primary.name);
    const own = primary.replicas.has(region) && replicaIn(call, primary, region) !== undefined;
    const message = own ? undefined : obstacle(call, taken, region, overwrite);
    const place = { arn: arnInRegion(primary.arn, region), region, kmsKeyId };
    const chosen = message === undefined ? keyForReplica(call, primary, place) : { failure: message };
    return { region, kmsKeyId, chosen };
  });
}

/** A secret cannot be its own replica. */
export function requireOtherRegions(wanted: readonly WantedRegion[], own: string): void {
  if (wanted.some(({ Region }) => Region === own)) throw invalidParameter('Invalid replica region.');
}

/**
 * Why no replica can be made in a region; the sentence about the name is the one emulators repeat from AWS,
 * that about the region is not recorded.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html
 */
function obstacle(
  call: Call,
  taken: Secret | undefined,
  region: string,
  overwrite: boolean,
): string | undefined {
  if (!isEnabled(call.state, region)) return `The region ${region} is not enabled for this account`;
  if (!taken || overwrite) return undefined;
  return `Replication failed: Secret name ${taken.name} already exists in region ${region}.`;
}
