import type { Call, Json } from '../../operation.ts';
import { arnInRegion } from './arn.ts';
import { type ReplicaPlace, replicaKeyFailure, underKey } from './replica-key.ts';
import type { ReplicaPlan } from './replica-plan.ts';
import { tellService } from './service-events.ts';
import { type Following, type Secret, sameIn, secretsIn, slowKey } from './state.ts';
import { dayOf, present, seconds } from './wire.ts';

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
    const message = replicaKeyFailure(call, replica.following.key);
    const at = arrival(call, primary, region);
    entry.failure = message === undefined ? undefined : { at, message };
    if (!entry.failure) send(call, primary, replica, replica.following);
  }
}

/** Sends the primary's present content on its way to one replica; no copy overtakes another. */
function send(call: Call, primary: Secret, replica: Secret, following: Following): void {
  settle(replica, call.now);
  const at = arrival(call, primary, replica.region);
  const before = following.arriving.at(-1)?.at ?? at;
  following.arriving = [...following.arriving, { at: before > at ? before : at, content: primary.content }];
}

/**
 * Starts replication as planned. A region that already has a replica gets the new key, and the present content
 * once more: a replica that stopped following while its key did not work catches up.
 */
export function addReplicas(call: Call, primary: Secret, plans: readonly ReplicaPlan[]): void {
  for (const { region, kmsKeyId, chosen } of plans) {
    const known = replicaIn(call, primary, region);
    const entry = primary.replicas.get(region);
    const failure =
      'failure' in chosen ? { at: arrival(call, primary, region), message: chosen.failure } : undefined;
    if (known?.following && entry) {
      entry.failure = failure;
      if ('failure' in chosen) continue;
      known.kmsKeyId = entry.kmsKeyId = kmsKeyId;
      known.following.key = chosen.key;
      known.content = underKey(known.content, chosen.key);
      send(call, primary, known, known.following);
      continue;
    }
    tellService(call, primary, { name: 'ReplicationStarted', at: call.now, about: region });
    primary.replicas.set(region, { region, since: call.now, kmsKeyId, failure });
    if (!('failure' in chosen)) {
      // The six characters are the primary's: https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
      const place = { arn: arnInRegion(primary.arn, region), region, kmsKeyId };
      const there = secretsIn(call.state.secretsManager, primary.account, region);
      there.delete(primary.name);
      there.set(primary.name, firstCopy(call, primary, place, chosen.key));
    }
    tellOutcome(call, primary, region);
  }
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

/** The replica of a primary in a region; a secret that only has the same name is none. */
export function replicaIn(call: Call, primary: Secret, region: string): Secret | undefined {
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
