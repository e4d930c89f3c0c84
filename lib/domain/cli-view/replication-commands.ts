import { arnInRegion } from '../arn.ts';
import { describeCommand } from '../cli.ts';
import type { MatrixRow } from '../replication/cell.ts';
import { type ActKind, isCopy, planAct } from '../replication/plan-act.ts';
import { replicationCommand } from '../replication/replication-call.ts';
import type { CliCommand, CliGroup, ReplicationView } from './cli-view.ts';
import { listings } from './secrets-commands.ts';

const acts: readonly (readonly [ActKind, string])[] = [
  ['add', 'Add a replica'],
  ['retry', 'Retry'],
  ['replace', 'Replace the replica'],
  ['change-key', 'Change the key: add KmsKeyId to the region'],
  ['remove', 'Remove the replica'],
  ['promote', 'Promote the replica'],
];

/** What the matrix was read with, and what can be done with the cell it is about. */
export function replicationCommands({ listed, row, region }: ReplicationView): CliGroup[] {
  const changes = row && region ? changesOf(row, region) : [];
  return [
    ...(row ? [{ title: 'Both sides of the cell', commands: sidesOf(row, region) }] : []),
    ...(changes.length > 0
      ? [{ title: 'What can be done with the cell', changes: true as const, commands: changes }]
      : []),
    { title: 'What the secrets were read with', commands: listings(listed) },
  ];
}

function sidesOf({ secret, cells }: MatrixRow, region: string | undefined): CliCommand[] {
  const { key, primaryRegion } = secret;
  const whole = region === undefined || region === primaryRegion;
  const copies = cells.filter((cell) => isCopy(cell) && (whole || cell.region === region));
  return [primaryRegion, ...copies.map((cell) => cell.region)].map((one) => ({
    name: 'DescribeSecret',
    region: one,
    text: describeCommand(one, arnInRegion(key, one)),
  }));
}

function changesOf(row: MatrixRow, region: string): CliCommand[] {
  return acts.flatMap(([kind, name]): CliCommand[] => {
    const plan = planAct(kind, row, region);
    if (!plan.possible) return [];
    return [
      {
        name,
        region: plan.calls[0]?.region ?? region,
        text: plan.calls.map(replicationCommand).join('\n\n'),
      },
    ];
  });
}
