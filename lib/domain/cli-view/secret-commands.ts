import { arnInRegion } from '../arn.ts';
import { describeCommand, labelMoveCommand, putCommand } from '../cli.ts';
import { kmsName } from '../kms-key.ts';
import { replicationCommand } from '../replication/replication-call.ts';
import { planRollback } from '../rollback.ts';
import { cancelCommand, rotateCommand } from '../rotation/rotation-call.ts';
import { isReplica } from '../secret.ts';
import type { SearchedStream } from '../timeline/searched.ts';
import { holderOf } from '../version.ts';
import type { CliCommand, CliGroup, SecretView } from './cli-view.ts';
import {
  functionCommand,
  keyCommand,
  lookupCommand,
  policyCommand,
  versionsCommand,
} from './read-commands.ts';

/** What a secret's page was read with, and what it may be asked. `token` gives the id of a version to be. */
export function secretCommands(view: SecretView, token: () => string): CliGroup[] {
  const changes = changesOf(view, token);
  return [
    { title: 'What this page was read with', commands: readsOf(view) },
    ...(view.streams.length > 0
      ? [
          {
            title: 'What CloudTrail was asked',
            note: 'One name a call; other secrets of the region are among what it answers.',
            commands: lookups(homeOf(view), homeArnOf(view), view.streams),
          },
        ]
      : []),
    ...(changes.length > 0
      ? [
          {
            title: 'What can be done',
            note: 'With the versions as they were read. A token is the id of the new version: sent twice, it acts once.',
            changes: true as const,
            commands: changes,
          },
        ]
      : []),
  ];
}

/** One LookupEvents for each way of looking that was read. */
export function lookups(region: string, arn: string, streams: readonly SearchedStream[]): CliCommand[] {
  return streams.map(({ name, pages }) => ({
    name: 'LookupEvents',
    region,
    text:
      name === 'resource'
        ? lookupCommand(region, 'ResourceName', arn, pages)
        : lookupCommand(region, 'EventName', name, pages),
  }));
}

// Replicas are told by the events of their primary region.
const homeOf = ({ secret, region }: SecretView) => secret?.primaryRegion ?? region;
const homeArnOf = (view: SecretView) => arnInRegion(view.arn, homeOf(view));

function readsOf({ arn, region, secret, tab }: SecretView): CliCommand[] {
  const functionArn = secret?.rotation.functionArn;
  const key = kmsName(secret?.kmsKeyId);
  return [
    { name: 'DescribeSecret', region, text: describeCommand(region, arn) },
    { name: 'ListSecretVersionIds', region, text: versionsCommand(region, arn) },
    ...(tab === 'summary' && secret
      ? [
          { name: 'GetResourcePolicy', region, text: policyCommand(region, arn) },
          { name: 'DescribeKey', region, text: keyCommand(region, key) },
        ]
      : []),
    ...(tab === 'rotation' && functionArn
      ? [
          {
            name: 'GetFunctionConfiguration',
            region: functionArn.split(':')[3] ?? region,
            text: functionCommand(functionArn),
          },
        ]
      : []),
    ...(tab === 'replication' && secret
      ? secret.replicas.map((replica) => ({
          name: 'DescribeSecret',
          region: replica.region,
          text: describeCommand(replica.region, arnInRegion(arn, replica.region)),
        }))
      : []),
  ];
}

function changesOf({ arn, region, secret, versions }: SecretView, token: () => string): CliCommand[] {
  if (!secret || secret.deleted) return [];
  if (isReplica(secret)) {
    const stop = { operation: 'StopReplicationToReplica', region, input: { SecretId: arn } } as const;
    return [{ name: 'Promote this replica', region, text: replicationCommand(stop) }];
  }
  if (secret.owningService) return [];
  const { rotation } = secret;
  const previous = holderOf(versions, 'AWSPREVIOUS');
  const plan = previous && planRollback({ versions, target: previous.id });
  const pending = holderOf(versions, 'AWSPENDING');
  const left = pending && !pending.labels.includes('AWSCURRENT') ? pending.id : undefined;
  const move = (name: string, label: string, from: string, to?: string) => ({
    name,
    region,
    text: labelMoveCommand(region, {
      SecretId: arn,
      VersionStage: label,
      RemoveFromVersionId: from,
      MoveToVersionId: to,
    }),
  });
  return [
    ...(plan?.possible ? [move('Roll back', 'AWSCURRENT', plan.from, plan.to)] : []),
    { name: 'Put a new text from a file', region, text: putCommand(region, { arn, token: token() }) },
    ...(left ? [move('Take AWSPENDING off', 'AWSPENDING', left)] : []),
    ...(rotation.functionArn && !left
      ? [
          {
            name: 'Rotate now',
            region,
            text: rotateCommand({ region, arn, token: token(), immediately: true }),
          },
        ]
      : []),
    ...(rotation.enabled ? [{ name: 'Turn rotation off', region, text: cancelCommand(region, arn) }] : []),
  ];
}
