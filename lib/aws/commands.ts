import 'server-only';
import {
  CancelRotateSecretCommand,
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  PutSecretValueCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
  RotateSecretCommand,
  StopReplicationToReplicaCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import type { OfferedOperation, OperationInput, OperationOutput } from '@/lib/contract/operations';
import { operations } from '@/lib/contract/operations';
import { safeReason } from '@/lib/domain/reason';
import { secretsManager } from './client';
import type { AwsOperator } from './credentials';
import { quietly } from './quiet';
import { type SendOptions, type Sent, send } from './send';

type Run = {
  [N in OfferedOperation]: (
    client: ReturnType<typeof secretsManager>,
    input: OperationInput<N>,
  ) => { command: object; call: (options: SendOptions) => Promise<OperationOutput<N>> };
};

// One line for each operation door one offers; a row of the contract without one does not compile.
const run: Run = {
  CancelRotateSecret: (client, input) => {
    const command = new CancelRotateSecretCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  DescribeSecret: (client, input) => {
    const command = new DescribeSecretCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  GetResourcePolicy: (client, input) => {
    const command = new GetResourcePolicyCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  PutSecretValue: (client, input) => {
    const command = new PutSecretValueCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  TagResource: (client, input) => {
    const command = new TagResourceCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  UntagResource: (client, input) => {
    const command = new UntagResourceCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  UpdateSecret: (client, input) => {
    const command = new UpdateSecretCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  RemoveRegionsFromReplication: (client, input) => {
    const command = new RemoveRegionsFromReplicationCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  ReplicateSecretToRegions: (client, input) => {
    const command = new ReplicateSecretToRegionsCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  RotateSecret: (client, input) => {
    const command = new RotateSecretCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  StopReplicationToReplica: (client, input) => {
    const command = new StopReplicationToReplicaCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
  UpdateSecretVersionStage: (client, input) => {
    const command = new UpdateSecretVersionStageCommand(input);
    return { command, call: (options) => client.send(command, options) };
  },
};

/** Carries out one operation of door one with the operator's credentials; a write is sent once. */
export async function runOperation<N extends OfferedOperation>(
  operator: AwsOperator,
  region: string,
  operation: N,
  input: OperationInput<N>,
  reason: string | undefined,
): Promise<Sent<OperationOutput<N>>> {
  const write = operations[operation].effect !== 'read';
  const { command, call } = run[operation](secretsManager(operator, region, write ? 'write' : 'read'), input);
  const about = (input as { SecretId?: string }).SecretId;
  const kept = reason ? safeReason(reason) : '';
  const sent = send(command, call, {
    action: `secretsmanager:${operation}`,
    region,
    write,
    ...(about ? { resource: about } : {}),
    ...(kept ? { reason: kept } : {}),
  });
  // AWS's refusal of a field may quote what was in it.
  return operation === 'PutSecretValue' ? quietly(sent) : sent;
}
