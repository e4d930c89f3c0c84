import type { ResourceKind } from './need.ts';

/** Where a right is asked for: an account, regions, and the names of what is in them. */
export interface Place {
  readonly partition: string;
  readonly account: string;
  readonly regions: readonly string[];
  /** What the names of secrets begin with; empty: all. */
  readonly secrets: string;
  /** What the names of rotation functions begin with; empty: all. */
  readonly functions: string;
  /** The ARN of the role or user itself, where it is known. */
  readonly principal?: string | undefined;
}

/**
 * The resources of a kind at a place, as policies name them.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function resourcesOf(kind: ResourceKind, place: Place): readonly string[] {
  const { partition, account, regions, secrets, functions, principal } = place;
  const each = (service: string, rest: string) =>
    regions.map((region) => `arn:${partition}:${service}:${region}:${account}:${rest}`);
  switch (kind) {
    case 'any':
      return ['*'];
    case 'account':
      return [`arn:${partition}:account::${account}:account`];
    case 'secret':
      return each('secretsmanager', `secret:${secrets}*`);
    case 'key':
      return each('kms', 'key/*');
    case 'function':
      return each('lambda', `function:${functions}*`);
    // Some of these actions are decided for the group, some for what is in it.
    case 'log-group':
      return each('logs', `log-group:/aws/lambda/${functions}*`);
    case 'log-groups':
      return each('logs', 'log-group:*');
    case 'principal':
      return [principal ?? `arn:${partition}:iam::${account}:role/*`];
  }
}
