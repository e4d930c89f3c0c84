import type { Statement } from '../operation.ts';
import { texts } from './context.ts';
import { parsePolicy } from './parse-policy.ts';
import { namesIn } from './principal-element.ts';

/**
 * Whether a resource's policy gives access to everybody: it allows something to `*`, or to all but a few,
 * and no condition ties that to fixed accounts, principals, networks or sources. AWS reasons over all
 * possible requests; this follows the rule it has published for S3. Throws PolicyError for a broken policy.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function isPublicPolicy(json: string): boolean {
  return parsePolicy(json).some(
    (statement) => statement.Effect === 'Allow' && isForEverybody(statement) && !isTied(statement),
  );
}

function isForEverybody({ Principal }: Statement): boolean {
  return (
    Principal === undefined || namesIn(Principal).some(({ kind, name }) => kind === 'AWS' && name === '*')
  );
}

/** Condition keys that, held to fixed values, leave only known callers. */
const TYING: readonly string[] = [
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'kms:calleraccount',
];

// IfExists and ForAllValues also hold when the key is absent, so they tie nothing.
const HOLDING =
  /^(?:ForAnyValue:)?(?:StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/;

function isTied({ Condition = {} }: Statement): boolean {
  return Object.entries(Condition).some(
    ([operator, keys]) =>
      HOLDING.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) => TYING.includes(key.toLowerCase()) && texts(values).every(isFixed),
      ),
  );
}

/** A value of no wildcard; of an ARN, the account and the name may not be open; no wide network. */
function isFixed(value: string): boolean {
  const prefix = /^([\da-f.:]+)\/(\d+)$/i.exec(value);
  if (prefix) return Number(prefix[2]) >= (prefix[1]?.includes(':') ? 32 : 8);
  if (!value.startsWith('arn:')) return !/[*?]|\$\{/.test(value);
  return /^\d{12}$/.test(value.split(':')[4] ?? '');
}
