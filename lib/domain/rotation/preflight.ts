import type { KmsKey } from '../kms-key.ts';
import { isKeyDown } from '../kms-key.ts';
import { shortId } from '../short-id.ts';
import { holderOf, type SecretVersion } from '../version.ts';
import type { FunctionFacts } from './function-facts.ts';
import { functionItems, type PreflightItem } from './function-preflight.ts';

/** What is known before a secret is rotated; what was not read is absent. */
export interface PreflightFacts {
  readonly versions: readonly SecretVersion[];
  /** A service or partner rotates it: there is no function to look at. */
  readonly withoutFunction: boolean;
  readonly functionArn?: string | undefined;
  readonly facts?: FunctionFacts | undefined;
  /** Why the function could not be read. */
  readonly noFacts?: string | undefined;
  readonly key?: KmsKey | undefined;
  /** The top-level keys of its value, once somebody has read them. */
  readonly keys?: readonly string[] | undefined;
}

/** What speaks for and against rotating now. Nothing that was not read counts as good. */
export function preflight(known: PreflightFacts): readonly PreflightItem[] {
  return [
    labels(known.versions),
    ...(known.withoutFunction ? [] : functionItems(known)),
    keyItem(known.key),
    ...(known.withoutFunction ? [] : [keysItem(known.keys)]),
  ];
}

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
function labels(versions: readonly SecretVersion[]): PreflightItem {
  const pending = holderOf(versions, 'AWSPENDING');
  const stuck = pending !== undefined && !pending.labels.includes('AWSCURRENT');
  return stuck
    ? {
        ...{ about: 'labels', state: 'problem' },
        title: `AWSPENDING is on v ${shortId(
          pending.id,
          versions.map(({ id }) => id),
        )}…`,
        why: 'A rotation has begun and not ended: AWS refuses another until that label is gone.',
      }
    : {
        ...{ about: 'labels', state: 'ok' },
        title: 'No rotation is unfinished',
        why: 'AWSPENDING is on no version, or on the current one.',
      };
}

function keyItem(key: KmsKey | undefined): PreflightItem {
  const about = 'key';
  if (!key)
    return { about, state: 'unknown', title: 'The KMS key was not read', why: 'It takes kms:DescribeKey.' };
  return isKeyDown(key)
    ? {
        about,
        state: 'problem',
        title: `The KMS key is ${key.state}`,
        why: 'A new value could not be encrypted.',
      }
    : {
        about,
        state: key.state === 'unknown' ? 'unknown' : 'ok',
        title: `The KMS key is ${key.state}`,
        why: 'KMS says so.',
      };
}

/** What every template of AWS for a database wants of the secret. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html */
const WANTED = ['engine', 'host', 'username', 'password'];

function keysItem(keys: readonly string[] | undefined): PreflightItem {
  const about = 'keys';
  if (!keys) {
    return {
      about,
      state: 'unknown',
      title: 'The keys of its value were not read',
      why: 'Only their names would be shown; reading them is a GetSecretValue.',
    };
  }
  const missing = WANTED.filter((key) => !keys.includes(key));
  return missing.length === 0
    ? {
        about,
        state: 'ok',
        title: 'It has the keys AWS’s functions for databases want',
        why: WANTED.join(', '),
      }
    : {
        about,
        state: 'problem',
        title: `It has no ${missing.join(', ')}`,
        why: 'AWS’s functions for databases stop without them. One of your own may want other keys.',
      };
}
