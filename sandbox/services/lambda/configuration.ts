import { createHash } from 'node:crypto';
import type { Json } from '../../operation.ts';
import type { State } from '../../state.ts';
import { stateRefusal } from '../kms/apply-key.ts';
import { keyByArn } from '../kms/find-key.ts';
import { present } from '../secretsmanager/wire.ts';
import type { LambdaFunction } from './state.ts';

/**
 * A function's configuration. Variables that cannot be decrypted are left out, and the error says so.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 */
export function configurationOf(state: State, fn: LambdaFunction): Json {
  const { logging, vpc, unfit } = fn;
  return present({
    FunctionName: fn.name,
    FunctionArn: fn.arn,
    Runtime: fn.runtime,
    Role: fn.roleArn,
    Handler: fn.handler,
    CodeSize: 2_000_000 + fn.code.length * 4099,
    Description: fn.description,
    Timeout: fn.timeout,
    MemorySize: fn.memorySize,
    LastModified: fn.lastModified.toISOString().replace('Z', '+0000'),
    CodeSha256: createHash('sha256').update(fn.code).digest('base64'),
    Version: '$LATEST',
    VpcConfig: vpc && { SubnetIds: vpc.subnetIds, SecurityGroupIds: vpc.securityGroupIds, VpcId: vpc.vpcId },
    Environment: environmentOf(state, fn),
    KMSKeyArn: fn.kmsKeyArn,
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: fn.revision,
    State: unfit?.state ?? 'Active',
    StateReason: unfit?.reason,
    StateReasonCode: unfit?.reasonCode,
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    EphemeralStorage: { Size: 512 },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: {
      LogFormat: logging.logFormat,
      LogGroup: logging.logGroup,
      ...(logging.logFormat === 'JSON' ? { ApplicationLogLevel: 'INFO', SystemLogLevel: 'INFO' } : {}),
    },
  });
}

function environmentOf(state: State, fn: LambdaFunction): Json | undefined {
  const refusal = environmentRefusal(state, fn);
  if (refusal) return { Error: refusal };
  return Object.keys(fn.environment).length > 0 ? { Variables: fn.environment } : undefined;
}

/** Why Lambda cannot decrypt a function's variables; undefined when it can. The sentences are not recorded. */
export function environmentRefusal(
  state: State,
  { kmsKeyArn }: LambdaFunction,
): { readonly ErrorCode: string; readonly Message: string } | undefined {
  if (kmsKeyArn === undefined) return undefined;
  const key = keyByArn({ state }, kmsKeyArn);
  const why = key ? stateRefusal(key)?.message : `Key '${kmsKeyArn}' does not exist`;
  if (why === undefined) return undefined;
  return {
    ErrorCode: key ? 'KMSDisabledException' : 'KMSNotFoundException',
    Message: `Lambda was unable to decrypt the environment variables because the KMS key is not available. KMS Exception: ${why}`,
  };
}
