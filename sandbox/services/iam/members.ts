import { patterned } from '../../protocols/query-fields.ts';
import { list, required, structure, text } from '../secretsmanager/fields.ts';

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Types.html

const NAME = '[\\w+=,.@-]+';

/** A user's name. */
export const userName = patterned({ min: 1, max: 64, pattern: NAME });

/** A role's name. */
export const roleName = required(patterned({ min: 1, max: 64, pattern: NAME }));

/** An inline policy's name. */
export const policyName = required(patterned({ min: 1, max: 128, pattern: NAME }));

/** A policy's JSON. */
export const document = required(text({ min: 1, max: 131_072 }));

/** The folder of a user or role. */
export const path = patterned({ min: 1, max: 512, pattern: '(/)|(/[!-~]+/)' });

/** Tags. */
export const tags = list(
  structure({ Key: required(text({ min: 1, max: 128 })), Value: required(text({ max: 256 })) }),
  { min: 0, max: 50 },
);

/** Tags as users and roles keep them. */
export function tagMap(read: readonly { Key: string; Value: string }[] | undefined): Map<string, string> {
  return new Map((read ?? []).map(({ Key, Value }) => [Key, Value]));
}
