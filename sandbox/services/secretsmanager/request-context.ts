import type { Texts } from '../../operation.ts';
import type { Tag } from './state.ts';

/** Condition keys as an operation knows them; those without a value are not part of the request. */
export type ContextKeys = { readonly [key: string]: Texts | boolean | number | undefined };

/** The condition keys in the form IAM compares them. */
export function contextOf(keys: ContextKeys): { [key: string]: Texts } {
  const context: { [key: string]: Texts } = {};
  for (const [key, value] of Object.entries(keys)) {
    if (value === undefined) continue;
    context[key] = typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
  }
  return context;
}

/**
 * The tags a request brings, as policies ask for them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function tagContext(tags: readonly Tag[] | undefined): ContextKeys {
  if (tags === undefined || tags.length === 0) return {};
  return {
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value])),
    'aws:TagKeys': tags.map(({ Key }) => Key),
  };
}

/** The regions a request wants replicas in, as `secretsmanager:AddReplicaRegions` has them. */
export function replicaContext(
  regions: readonly { readonly Region: string | undefined }[] | undefined,
  overwrite: boolean,
): ContextKeys {
  return {
    'secretsmanager:AddReplicaRegions': regions?.flatMap(({ Region }) => Region ?? []),
    'secretsmanager:ForceOverwriteReplicaSecret': overwrite,
  };
}
