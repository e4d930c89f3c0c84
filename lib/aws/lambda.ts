import 'server-only';
import {
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  type GetFunctionConfigurationCommandOutput,
  GetPolicyCommand,
} from '@aws-sdk/client-lambda';
import { type Problem, ProblemError } from '@/lib/contract/problem';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { mayInvoke } from '@/lib/domain/rotation/may-invoke';
import { lambda } from './client';
import type { AwsOperator } from './credentials';
import { send } from './send';

/** What Lambda said of a function, and its first refusal if it would not say all. */
export interface ReadFunction {
  readonly facts: FunctionFacts;
  readonly problem?: Problem;
  /** AWS's clock at the reading, ISO. */
  readonly at: string;
}

// GetFunction is never called: its answer holds a link to the function's code.
const variables = new Set([
  ...['SECRETS_MANAGER_ENDPOINT', 'EXCLUDE_CHARACTERS', 'PASSWORD_LENGTH', 'EXCLUDE_NUMBERS'],
  ...['EXCLUDE_PUNCTUATION', 'EXCLUDE_UPPERCASE', 'EXCLUDE_LOWERCASE', 'REQUIRE_EACH_INCLUDED_TYPE'],
  'USERNAME_CHARACTER_LIMIT',
]);

/**
 * A rotation function as Lambda describes it: three reads, in the region of its ARN; its configuration alone is one. Of its variables only those of AWS's
 * own templates are kept, here on the server; a function's environment may hold anything.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 */
export async function readFunction(
  operator: AwsOperator,
  arn: string,
  parts: 'all' | 'configuration' = 'all',
): Promise<ReadFunction> {
  const [, , , region = '', account = '', , name = ''] = arn.split(':');
  const base = { arn, name, region, account, logGroup: `/aws/lambda/${name}` };
  const client = lambda(operator, region);
  const subject = (action: string) => ({ action: `lambda:${action}`, region, resource: arn });
  const input = { FunctionName: arn };
  const all = parts === 'all';
  const [configuration, policy, concurrency] = await Promise.all([
    settled(async () => {
      const command = new GetFunctionConfigurationCommand(input);
      return send(command, (options) => client.send(command, options), subject('GetFunctionConfiguration'));
    }),
    ask(all, async () => {
      const command = new GetPolicyCommand(input);
      return send(command, (options) => client.send(command, options), subject('GetPolicy'));
    }),
    ask(all, async () => {
      const command = new GetFunctionConcurrencyCommand(input);
      return send(command, (options) => client.send(command, options), subject('GetFunctionConcurrency'));
    }),
  ]);
  const at = configuration.sent?.at ?? policy.sent?.at ?? concurrency.sent?.at ?? new Date().toISOString();
  // AWS's ResourceNotFoundException, whatever it is that was not found.
  if (configuration.problem?.code === 'secret-not-found') return { facts: { ...base, exists: false }, at };
  const problem = configuration.problem ?? refused(policy.problem) ?? refused(concurrency.problem);
  const text = policy.sent?.output.Policy;
  const invocable = policy.problem?.code === 'secret-not-found' ? false : text && mayInvoke(text);
  return {
    at,
    facts: {
      ...base,
      ...(configuration.sent ? described(configuration.sent.output) : {}),
      ...optional('invocable', invocable === '' ? undefined : invocable),
      ...optional('reservedConcurrency', concurrency.sent?.output.ReservedConcurrentExecutions),
      ...(concurrency.sent ? { concurrencyAsked: true } : {}),
    },
    ...(problem ? { problem } : {}),
  };
}

// A function without a policy is no refusal.
const refused = (problem: Problem | undefined) =>
  problem?.code === 'secret-not-found' ? undefined : problem;

const ask = <T>(wanted: boolean, run: () => Promise<T>) =>
  wanted ? settled(run) : Promise.resolve<{ sent?: T; problem?: Problem }>({});

async function settled<T>(ask: () => Promise<T>): Promise<{ sent?: T; problem?: Problem }> {
  try {
    return { sent: await ask() };
  } catch (cause) {
    if (cause instanceof ProblemError) return { problem: cause.problem };
    throw cause;
  }
}

function described(output: GetFunctionConfigurationCommandOutput) {
  const { VpcConfig: vpc, LoggingConfig: logging, Environment: environment } = output;
  const known = Object.entries(environment?.Variables ?? {}).filter(([name]) => variables.has(name));
  return {
    exists: true,
    ...optional('runtime', output.Runtime),
    ...optional('timeoutSeconds', output.Timeout),
    ...optional('memoryMb', output.MemorySize),
    ...optional('role', output.Role),
    ...optional('state', output.State),
    ...optional('stateReason', output.StateReason),
    ...optional('stateReasonCode', output.StateReasonCode),
    ...optional('lastUpdateStatus', output.LastUpdateStatus),
    ...optional('lastUpdateReasonCode', output.LastUpdateStatusReasonCode),
    ...optional('environmentError', environment?.Error?.ErrorCode),
    ...(known.length > 0 ? { environment: Object.fromEntries(known) } : {}),
    ...optional('logGroup', logging?.LogGroup),
    ...optional('logFormat', logging?.LogFormat),
    ...optional('modified', output.LastModified),
    ...(vpc?.VpcId
      ? {
          vpc: {
            id: vpc.VpcId,
            subnets: vpc.SubnetIds ?? [],
            securityGroups: vpc.SecurityGroupIds ?? [],
          },
        }
      : {}),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
