import type { Json, Operation } from '../../operation.ts';
import { invalidParameter, limitExceeded } from './errors.ts';
import { list, readInput, required, text } from './fields.ts';
import { secretId, tags } from './members.ts';
import { requireOwnAccess } from './own-access.ts';
import { tagContext } from './request-context.ts';
import { change, openForChange } from './secrets.ts';
import type { Tag } from './state.ts';

const TAGS_PER_SECRET = 50;

/**
 * The tags of a secret with others laid over them.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/managing-secrets_tagging.html
 */
export function withTags(present: readonly Tag[], added: readonly Tag[]): readonly Tag[] {
  const next = new Map(present.map((tag) => [tag.Key, tag.Value]));
  for (const { Key, Value } of added) {
    if (Key.startsWith('aws:')) throw invalidParameter('Tag keys that start with aws: are reserved.');
    next.set(Key, Value);
  }
  if (next.size > TAGS_PER_SECRET) {
    throw limitExceeded(`You can't have more than ${TAGS_PER_SECRET} tags on a secret.`);
  }
  return [...next].map(([Key, Value]) => ({ Key, Value }));
}

/** TagResource: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html */
export const tagResource: Operation = (input, call): Json => {
  const read = readInput(input, { SecretId: secretId, Tags: required(tags) });
  const secret = openForChange(call, read.SecretId, tagContext(read.Tags));
  const next = { tags: withTags(secret.content.tags ?? [], read.Tags) };
  requireOwnAccess(call, secret, next, { secretId: read.SecretId, context: tagContext(read.Tags) });
  change(call, secret, next);
  return {};
};

/** UntagResource: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html */
export const untagResource: Operation = (input, call): Json => {
  const keys = list(required(text({ min: 1, max: 128 })), { min: 0, max: 200 });
  const read = readInput(input, { SecretId: secretId, TagKeys: required(keys) });
  const context = { 'aws:TagKeys': read.TagKeys };
  const secret = openForChange(call, read.SecretId, context);
  const tagged = secret.content.tags;
  if (!tagged) return {};
  const next = { tags: tagged.filter((tag) => !read.TagKeys.includes(tag.Key)) };
  requireOwnAccess(call, secret, next, { secretId: read.SecretId, context });
  change(call, secret, next);
  return {};
};
