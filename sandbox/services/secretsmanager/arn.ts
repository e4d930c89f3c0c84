import type { Call } from '../../operation.ts';

/** What an ARN of Secrets Manager says; `rest` is the name with or without its six characters. */
export interface SecretArn {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly rest: string;
}

/** The partition a region belongs to: the second field of every ARN. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return 'aws';
}

/** The ARN of a secret of the caller's account, `rest` being all that follows `secret:`. */
export function arnIn(call: Call, rest: string): string {
  const { region } = call;
  return `arn:${partitionOf(region)}:secretsmanager:${region}:${call.principal.account}:secret:${rest}`;
}

/** The ARN of a replica: the primary's but for the region, the six characters too. */
export function arnInRegion(arn: string, region: string): string {
  return arn.split(':').with(1, partitionOf(region)).with(3, region).join(':');
}

/** Takes a SecretId apart; undefined when it is a friendly name. */
export function parseArn(secretId: string): SecretArn | undefined {
  const match = /^arn:([a-z-]+):secretsmanager:([a-z0-9-]+):(\d{12}):secret:(.+)$/.exec(secretId);
  if (!match) return undefined;
  return { partition: match[1]!, region: match[2]!, account: match[3]!, rest: match[4]! };
}
