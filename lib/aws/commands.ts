import 'server-only';
import { DescribeSecretCommand, UpdateSecretVersionStageCommand } from '@aws-sdk/client-secrets-manager';
import type { OfferedOperation, OperationInput, OperationOutput } from '@/lib/contract/operations';
import { operations } from '@/lib/contract/operations';
import { safeReason } from '@/lib/domain/reason';
import { secretsManager } from './client';
import type { AwsOperator } from './credentials';
import { type Sent, send } from './send';

type Run = {
  [N in OfferedOperation]: (
    client: ReturnType<typeof secretsManager>,
    input: OperationInput<N>,
  ) => { command: object; call: (options: { abortSignal: AbortSignal }) => Promise<OperationOutput<N>> };
};

// One line for each operation door one offers; a row of the contract without one does not compile.
const run: Run = {
  DescribeSecret: (client, input) => {
    const command = new DescribeSecretCommand(input);
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
  return send(command, call, {
    action: `secretsmanager:${operation}`,
    region,
    write,
    ...(about ? { resource: about } : {}),
    ...(kept ? { reason: kept } : {}),
  });
}
