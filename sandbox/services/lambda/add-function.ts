import type { Statement } from '../../operation.ts';
import type { Random } from '../../random.ts';
import { functionArn, type LambdaFunction, type LambdaState } from './state.ts';

/** What a new function needs to be told; the rest is as the console makes it. */
export type NewFunction = Pick<LambdaFunction, 'account' | 'region' | 'name' | 'code' | 'roleArn'> &
  Partial<LambdaFunction>;

/**
 * Adds a function that Secrets Manager may invoke. The console makes rotation functions with 30 seconds.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
export function addFunction(
  state: LambdaState,
  random: Random,
  given: NewFunction & { readonly lastModified: Date },
): LambdaFunction {
  const arn = functionArn(given.account, given.region, given.name);
  const made: LambdaFunction = {
    arn,
    description: 'Rotates a Secrets Manager secret',
    runtime: 'python3.12',
    handler: 'lambda_function.lambda_handler',
    timeout: 30,
    memorySize: 128,
    accessKeyId: `ASIA${random.suffix(16).toUpperCase()}`,
    environment: {},
    kmsKeyArn: undefined,
    vpc: undefined,
    unfit: undefined,
    logging: { logGroup: `/aws/lambda/${given.name}`, logFormat: 'Text' },
    reservedConcurrency: undefined,
    policy: [invokedBySecretsManager(arn, given.account)],
    revision: random.uuid(),
    throttled: undefined,
    ...given,
  };
  state.functions.set(arn, made);
  return made;
}

/**
 * The statement that lets Secrets Manager in, as the console writes it.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
 */
export function invokedBySecretsManager(
  arn: string,
  account: string,
  sid = 'SecretsManagerAccess',
): Statement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: { Service: 'secretsmanager.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: arn,
    Condition: { StringEquals: { 'AWS:SourceAccount': account } },
  };
}
