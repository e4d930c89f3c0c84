import { arnInRegion } from '../arn.ts';
import type { AwsCall } from '../aws-call.ts';
import { asAwsCall } from '../replication/replication-call.ts';
import { planRollback } from '../rollback.ts';
import { cancelCall, rotateCall } from '../rotation/rotation-call.ts';
import { isReplica } from '../secret.ts';
import { describeCall, labelMoveCall, putCall } from '../secret-calls.ts';
import { holderOf } from '../version.ts';
import type { CliCommand, CliGroup, Past, SecretView } from './cli-view.ts';
import { pastGroups } from './past-groups.ts';
import { lookups, made, versionsCall } from './read-calls.ts';

/** What a secret's page was read with, and what it may be asked. `token` gives the id of a version to be. */
export function secretCommands(view: SecretView, past: Past, token: () => string): CliGroup[] {
  const { arn, region, at, streams } = view;
  const changes = changesOf(view, token);
  return [
    {
      title: 'What this page was read with',
      commands: [made(describeCall(region, arn), at), made(versionsCall(region, arn), at), ...past.reads],
    },
    // Replicas are told by the events of their primary region.
    ...pastGroups({
      ...past,
      lookups: [...lookups(homeOf(view), arnInRegion(arn, homeOf(view)), streams), ...past.lookups],
    }),
    {
      title: 'What can be done',
      note: 'With the versions as they were read. A token is the id of the new version: sent twice, it acts once.',
      changes: true,
      commands: changes,
    },
  ];
}

const homeOf = ({ secret, region }: SecretView) => secret?.primaryRegion ?? region;

function changesOf({ arn, region, secret, versions }: SecretView, token: () => string): CliCommand[] {
  if (!secret || secret.deleted) return [];
  if (isReplica(secret)) {
    const stop = { operation: 'StopReplicationToReplica', region, input: { SecretId: arn } } as const;
    return [{ name: 'Promote this replica', calls: [asAwsCall(stop)] }];
  }
  if (secret.owningService) return [];
  const { rotation } = secret;
  const previous = holderOf(versions, 'AWSPREVIOUS');
  const plan = previous && planRollback({ versions, target: previous.id });
  const pending = holderOf(versions, 'AWSPENDING');
  const left = pending && !pending.labels.includes('AWSCURRENT') ? pending.id : undefined;
  const act = (name: string, call: AwsCall): CliCommand => ({ name, calls: [call] });
  const move = (name: string, label: string, from: string, to?: string) =>
    act(
      name,
      labelMoveCall(region, {
        SecretId: arn,
        VersionStage: label,
        RemoveFromVersionId: from,
        MoveToVersionId: to,
      }),
    );
  return [
    ...(plan?.possible ? [move('Roll back', 'AWSCURRENT', plan.from, plan.to)] : []),
    act('Put a new text from a file', putCall(region, { arn, token: token() })),
    ...(left ? [move('Take AWSPENDING off', 'AWSPENDING', left)] : []),
    ...(rotation.functionArn && !left
      ? [act('Rotate now', rotateCall({ region, arn, token: token(), immediately: true }))]
      : []),
    ...(rotation.enabled ? [act('Turn rotation off', cancelCall(region, arn))] : []),
  ];
}
