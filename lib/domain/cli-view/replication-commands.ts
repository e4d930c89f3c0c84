import { arnInRegion } from '../arn.ts';
import type { MatrixRow } from '../replication/cell.ts';
import { isSeen } from '../replication/judge-cell.ts';
import { type ActKind, isCopy, planAct } from '../replication/plan-act.ts';
import { asAwsCall } from '../replication/replication-call.ts';
import { describeCall } from '../secret-calls.ts';
import type { CliCommand, CliGroup, Past, ReplicationView } from './cli-view.ts';
import { listingGroup, pastGroups } from './past-groups.ts';
import { made } from './read-calls.ts';

const acts: readonly (readonly [ActKind, string])[] = [
  ['add', 'Add a replica'],
  ['retry', 'Retry'],
  ['replace', 'Replace the replica'],
  ['change-key', 'Change the key: add KmsKeyId to the region'],
  ['remove', 'Remove the replica'],
  ['promote', 'Promote the replica'],
];

/** What the matrix was read with, and what can be done with the cell it is about. */
export function replicationCommands({ row, region }: ReplicationView, past: Past): CliGroup[] {
  return [
    { title: 'Both sides of the cell', commands: row ? sidesOf(row, region, past) : [] },
    {
      title: 'What can be done with the cell',
      changes: true,
      commands: row && region ? changesOf(row, region) : [],
    },
    ...pastGroups(past),
    listingGroup('What the secrets were read with', past.listing),
  ];
}

function sidesOf(
  { secret, primary, cells }: MatrixRow,
  region: string | undefined,
  { reads }: Past,
): CliCommand[] {
  const { key, primaryRegion } = secret;
  const whole = region === undefined || region === primaryRegion;
  const copies = cells.filter((cell) => isCopy(cell) && (whole || cell.region === region));
  return [primaryRegion, ...copies.map((cell) => cell.region)].map((one) => {
    const call = describeCall(one, arnInRegion(key, one));
    const seen = one === primaryRegion && isSeen(primary) ? primary.at : undefined;
    return reads.find(({ calls }) => calls[0]?.region === one) ?? made(call, seen);
  });
}

function changesOf(row: MatrixRow, region: string): CliCommand[] {
  return acts.flatMap(([kind, name]): CliCommand[] => {
    const plan = planAct(kind, row, region);
    return plan.possible ? [{ name, calls: plan.calls.map(asAwsCall) }] : [];
  });
}
