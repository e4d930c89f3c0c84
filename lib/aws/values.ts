import 'server-only';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { parseSecretArn } from '@/lib/domain/arn';
import type { SecretValue } from '@/lib/domain/value/value';
import { secretsManager } from './client';
import type { AwsOperator } from './credentials';
import { quietly } from './quiet';
import { send } from './send';

/** One version of a secret, in the region of its ARN. */
export interface VersionRef {
  readonly arn: string;
  readonly versionId: string;
}

/** A value as AWS handed it out. It is for the caller's answer alone: never logged, cached or kept. */
export interface ReadValue {
  readonly value: SecretValue;
  readonly requestId: string;
  readonly at: string;
}

/**
 * Reads one version's value as the operator, once: CloudTrail keeps a GetSecretValue event of every try.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export async function readValue(
  operator: AwsOperator,
  { arn, versionId }: VersionRef,
  reason: string | undefined,
): Promise<ReadValue> {
  const region = parseSecretArn(arn)?.region ?? '';
  // The client for writes does not repeat by itself: one act of the operator is one event in CloudTrail.
  const client = secretsManager(operator, region, 'write');
  const command = new GetSecretValueCommand({ SecretId: arn, VersionId: versionId });
  const { output, requestId, at } = await quietly(
    send(command, (options) => client.send(command, options), {
      action: 'secretsmanager:GetSecretValue',
      region,
      resource: arn,
      ...(reason ? { reason } : {}),
    }),
  );
  return { value: toValue(output.SecretString, output.SecretBinary), requestId, at };
}

// A version whose value is empty is text: AWS takes no empty bytes.
function toValue(text: string | undefined, bytes: Uint8Array | undefined): SecretValue {
  return bytes === undefined
    ? { kind: 'text', content: text ?? '' }
    : { kind: 'binary', content: Buffer.from(bytes).toString('base64') };
}
