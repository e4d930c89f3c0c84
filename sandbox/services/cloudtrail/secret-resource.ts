import type { Json } from '../../operation.ts';
import type { EventResource } from './event.ts';

/**
 * Whether, and by what, LookupEvents finds the events of a secret as a resource. Not confirmed on AWS: the
 * guide says by name, recorded events list no resource at all.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/monitoring-cloudtrail.html
 */
export const RESOURCE_LOOKUPS = ['none', 'name', 'arn'] as const;

/** One of them. */
export type ResourceLookup = (typeof RESOURCE_LOOKUPS)[number];

const SECRET_ARN = /^arn:[\w-]+:secretsmanager:[\w-]+:(\d{12}):secret:(.+)-[A-Za-z0-9]{6}$/;

/** The secret a call was about: as its answer names it, else as its caller did. */
export function secretResource(lookup: ResourceLookup, account: string, input: Json, output: Json) {
  if (lookup === 'none') return [];
  const said = [output.ARN, input.SecretId, output.Name, input.Name];
  const arns = said.map((one) => SECRET_ARN.exec(typeof one === 'string' ? one : '')).filter(Boolean);
  const [arn, owner = account, inArn] = arns[0] ?? [];
  const typed = said.find((one): one is string => typeof one === 'string' && !one.startsWith('arn:'));
  const shown = lookup === 'arn' ? arn : (inArn ?? typed);
  return shown === undefined ? [] : [secret(shown, owner)];
}

/** The secret a service event is about. */
export function resourceOfSecret(lookup: ResourceLookup, arn: string): EventResource[] {
  return secretResource(lookup, arn.split(':')[4] ?? '', {}, { ARN: arn });
}

function secret(arn: string, account: string): EventResource {
  return { arn, account, type: 'AWS::SecretsManager::Secret' };
}
