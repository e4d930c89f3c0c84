import type { EventEffect, RotationStep } from './secret-event.ts';
import type { TrailRecord } from './trail-record.ts';

const ROTATION_STEPS: Readonly<Record<string, RotationStep>> = {
  RotationStarted: 'started',
  RotationSucceeded: 'succeeded',
  RotationFailed: 'failed',
  RotationAbandoned: 'abandoned',
  TestRotationStarted: 'test-started',
  TestRotationSucceeded: 'test-succeeded',
  TestRotationFailed: 'test-failed',
};

/**
 * What a record says was done. Values are never in a record, so whether UpdateSecret put one is told by the
 * version it answers with, if it does.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
export function toEffect(record: TrailRecord): EventEffect {
  const { name, asked, answered } = record;
  const version = versionOf(record);
  const step = Object.hasOwn(ROTATION_STEPS, name) ? ROTATION_STEPS[name] : undefined;
  if (step) return { kind: 'rotation', step, ...version };
  switch (name) {
    case 'CreateSecret':
      return { kind: 'created', ...version };
    case 'PutSecretValue':
      return version.version === undefined
        ? { kind: 'other' }
        : { kind: 'value-put', version: version.version, ...(asked.labels ? { labels: asked.labels } : {}) };
    case 'UpdateSecret':
      return {
        kind: 'updated',
        ...(answered.versionId === undefined ? {} : { version: answered.versionId }),
        ...(asked.token === undefined ? {} : { token: asked.token }),
      };
    case 'UpdateSecretVersionStage':
      return asked.label === undefined
        ? { kind: 'other' }
        : {
            kind: 'label-moved',
            label: asked.label,
            to: asked.moveTo ?? null,
            ...(asked.removeFrom === undefined ? {} : { from: asked.removeFrom }),
          };
    case 'RotateSecret':
      return {
        kind: 'rotation',
        step: asked.rotateImmediately === false ? 'test-asked' : 'asked',
        ...version,
      };
    case 'CancelRotateSecret':
      return { kind: 'rotation', step: 'cancelled' };
    case 'DeleteSecret':
      return { kind: 'deletion', step: 'asked' };
    case 'RestoreSecret':
      return { kind: 'deletion', step: 'restored' };
    case 'SecretVersionDeletion':
      return { kind: 'deletion', step: 'version-purged' };
    case 'GetSecretValue':
    case 'BatchGetSecretValue':
      return { kind: 'read', ...(asked.versionId === undefined ? {} : { version: asked.versionId }) };
    case 'ReplicateSecretToRegions':
    case 'RemoveRegionsFromReplication':
    case 'StopReplicationToReplica':
      return { kind: 'replication', step: 'changed', ...regionsOf(record) };
    case 'ReplicationStarted':
      return { kind: 'replication', step: 'started', ...regionsOf(record) };
    case 'ReplicationSucceeded':
      return { kind: 'replication', step: 'succeeded', ...regionsOf(record) };
    case 'ReplicationFailed':
      return { kind: 'replication', step: 'failed', ...regionsOf(record) };
    default:
      return { kind: 'other' };
  }
}

/**
 * The version a record is about. The token of a call becomes the version's id; a service event ends its request id
 * with it, `Rotation-<secret ARN>-<version id>`, and says it nowhere else.
 */
function versionOf({ about, requestId, answered, asked }: TrailRecord): { version?: string } {
  const prefix = about === undefined ? undefined : /^[A-Za-z]+-/.exec(requestId ?? '')?.[0];
  const told =
    prefix !== undefined && requestId?.startsWith(`${prefix}${about}-`)
      ? requestId.slice(prefix.length + (about?.length ?? 0) + 1)
      : undefined;
  const version = told ?? answered.versionId ?? asked.token;
  return version === undefined || version === '' ? {} : { version };
}

/**
 * The regions a record of a replication is about. Those of AWS's own doing are not published in any form; where the
 * request id ends like a rotation's, in what it is about, that is the region.
 */
function regionsOf({ about, requestId, asked }: TrailRecord): { regions?: readonly string[] } {
  if (asked.regions) return { regions: asked.regions };
  const told = about === undefined ? undefined : requestId?.split(`${about}-`)[1];
  return told && /^[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}$/.test(told) ? { regions: [told] } : {};
}
