import type { Call, Json } from '../../operation.ts';
import { isEnabled } from '../../regions.ts';
import { arnInRegion } from './arn.ts';
import { invalidParameter } from './errors.ts';
import { keyForReplica, type ReplicaPlace, replicaKeyFailure, underKey } from './replica-key.ts';
import { tellService } from './service-events.ts';
import { type Secret, sameIn, secretsIn, slowKey } from './state.ts';
import { dayOf, present, seconds } from './wire.ts';

/** A region a caller wants a replica in. */
export interface WantedRegion {
  readonly Region: string;
  readonly KmsKeyId: string | undefined;
}

/** Lets every copy arrive at a replica whose time has come. */
export function settle(secret: Secret, now: Date): void {
  const following = secret.following;
  if (!following) return;
  const landed = following.arriving.filter((copy) => copy.at <= now);
  const latest = landed.at(-1);
  if (!latest) return;
  secret.content = underKey(latest.content, following.key);
  following.arriving = following.arriving.slice(landed.length);
}

/** Whether a reader can see the secret yet: a replica exists from its first copy on. */
export function hasArrived(secret: Secret, now: Date): boolean {
  return !secret.following || secret.following.since <= now;
}

/** Sends the primary's present content on its way to every replica whose key still works. */
export function sendToReplicas(call: Call, primary: Secret): void {
  for (const [region, entry] of primary.replicas) {
    const replica = replicaIn(call, primary, region);
    if (!replica?.following) continue;
    settle(replica, call.now);
    const message = replicaKeyFailure(call, replica.following.key);
    const at = arrival(call, primary, region);
    entry.failure = message === undefined ? undefined : { at, message };
    if (entry.failure) continue;
    const { arriving } = replica.following;
    // No copy overtakes another.
    const before = arriving.at(-1)?.at ?? at;
    replica.following.arriving = [...arriving, { at: before > at ? before : at, content: primary.content }];
  }
}

/**
 * Starts replication to more regions. A region that already has a replica only gets the new key; one where
 * the key does not work, or where another secret has the name, fails, unless for the latter the caller
 * agreed to overwrite that secret.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html
 */
export function addReplicas(
  call: Call,
  primary: Secret,
  wanted: readonly WantedRegion[],
  overwrite: boolean,
): void {
  requireOtherRegions(wanted, primary.region);
  for (const { Region: region, KmsKeyId } of wanted) {
    const kmsKeyId = KmsKeyId || undefined;
    const known = replicaIn(call, primary, region);
    const entry = primary.replicas.get(region);
    if (known?.following && entry) {
      const chosen = keyForReplica(call, primary, { ...known, kmsKeyId });
      if ('failure' in chosen) {
        entry.failure = { at: arrival(call, primary, region), message: chosen.failure };
        continue;
      }
      known.kmsKeyId = entry.kmsKeyId = kmsKeyId;
      known.following.key = chosen.key;
      known.content = underKey(known.content, chosen.key);
      entry.failure = undefined;
      continue;
    }
    const there = secretsIn(call.state.secretsManager, primary.account, region);
    const message = obstacle(call, there.get(primary.name), region, overwrite);
    tellService(call, primary, { name: 'ReplicationStarted', at: call.now, about: region });
    // The six characters are the primary's: https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
    const since = call.now;
    const place = { arn: arnInRegion(primary.arn, region), region, kmsKeyId };
    const chosen = message === undefined ? keyForReplica(call, primary, place) : { failure: message };
    if ('failure' in chosen) {
      const failure = { at: arrival(call, primary, region), message: chosen.failure };
      primary.replicas.set(region, { region, since, kmsKeyId, failure });
    } else {
      primary.replicas.set(region, { region, since, kmsKeyId, failure: undefined });
      there.delete(primary.name);
      there.set(primary.name, firstCopy(call, primary, place, chosen.key));
    }
    tellOutcome(call, primary, region);
  }
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

/** Tells how a replication ended, once it has: unless the region left the replication before. */
function tellOutcome(call: Call, primary: Secret, region: string): void {
  const since = call.now.getTime();
  call.state.agenda.at(arrival(call, primary, region), (at, state) => {
    const secret = sameIn(state.secretsManager, primary);
    const entry = secret?.replicas.get(region);
    if (!secret || entry?.since.getTime() !== since) return;
    if (!entry.failure) {
      tellService({ state }, secret, { name: 'ReplicationSucceeded', at, about: region });
      return;
    }
    const errorMessage = entry.failure.message;
    tellService({ state }, secret, { name: 'ReplicationFailed', at, about: region, errorMessage });
  });
}

/** A secret cannot be its own replica. */
export function requireOtherRegions(wanted: readonly WantedRegion[], own: string): void {
  if (wanted.some(({ Region }) => Region === own)) throw invalidParameter('Invalid replica region.');
}

/** Takes the replica of a region away at once; a secret that only has the same name stays. */
export function removeReplica(call: Call, primary: Secret, region: string): void {
  if (replicaIn(call, primary, region)) {
    secretsIn(call.state.secretsManager, primary.account, region).delete(primary.name);
  }
  primary.replicas.delete(region);
}

/**
 * The ReplicationStatus of a primary, in the form of the API's examples.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicationStatusType.html
 */
export function replicationStatus(call: Call, primary: Secret): Json[] {
  return [...primary.replicas.values()].map((entry) => {
    const shared = { Region: entry.region, KmsKeyId: entry.kmsKeyId ?? 'alias/aws/secretsmanager' };
    if (entry.failure && entry.failure.at <= call.now) {
      return { ...shared, Status: 'Failed', StatusMessage: entry.failure.message };
    }
    const replica = replicaIn(call, primary, entry.region);
    if (!replica || !hasArrived(replica, call.now)) return { ...shared, Status: 'InProgress' };
    return present({
      ...shared,
      Status: 'InSync',
      StatusMessage: 'Replication succeeded',
      LastAccessedDate: replica.lastAccessedDate && seconds(dayOf(replica.lastAccessedDate)),
    });
  });
}

/** The region whose secret leads: present on both sides of a replication, absent without one. */
export function primaryRegionOf(secret: Secret): string | undefined {
  return secret.following?.primaryRegion ?? (secret.replicas.size > 0 ? secret.region : undefined);
}

function replicaIn(call: Call, primary: Secret, region: string): Secret | undefined {
  const there = secretsIn(call.state.secretsManager, primary.account, region).get(primary.name);
  return there?.following?.primaryRegion === primary.region ? there : undefined;
}

function firstCopy(call: Call, primary: Secret, place: ReplicaPlace, key: string): Secret {
  const secrets = call.state.secretsManager;
  return {
    ...primary,
    ...place,
    content: underKey(primary.content, key),
    createdDate: call.now,
    sequence: secrets.nextSequence++,
    openRotation: undefined,
    lastAccessedDate: undefined,
    versionsAccessed: new Map(),
    replicas: new Map(),
    following: {
      primaryRegion: primary.region,
      key,
      since: arrival(call, primary, place.region),
      arriving: [],
    },
  };
}

function arrival(call: Call, primary: Secret, region: string): Date {
  const { slowCopies, replicationMs } = call.state.secretsManager;
  return new Date(call.now.getTime() + (slowCopies.get(slowKey(primary, region)) ?? replicationMs));
}
