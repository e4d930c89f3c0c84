/** What a policy can name as the resource of an action; `any`: AWS takes only `*` there. */
export type ResourceKind =
  | 'any'
  | 'account'
  | 'secret'
  | 'key'
  | 'function'
  | 'log-group'
  | 'log-groups'
  | 'principal';

/** One IAM action that something in the console takes. */
export interface Need {
  /** Service and action, as a policy spells them: `secretsmanager:ListSecrets`. */
  readonly action: string;
  readonly on: ResourceKind;
  /** What is missing without it; absent where nothing works without it. */
  readonly without?: string;
}

/** Something to see or to do in the console, with the actions it takes. */
export interface Right {
  readonly id: string;
  readonly kind: 'view' | 'act';
  readonly name: string;
  readonly needs: readonly Need[];
}

/** A need of Secrets Manager; those AWS decides for one secret are asked on secrets. */
export const secretsManager = (operation: string, without?: string): Need => ({
  action: `secretsmanager:${operation}`,
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
  on: operation === 'ListSecrets' || operation === 'GetRandomPassword' ? 'any' : 'secret',
  ...(without ? { without } : {}),
});

/** A need of KMS on the key of a secret; Secrets Manager uses it for the operator. */
export const key = (operation: string, without?: string): Need => ({
  action: `kms:${operation}`,
  on: 'key',
  ...(without ? { without } : {}),
});

/** A need of another service. */
export const other = (action: string, on: ResourceKind, without?: string): Need => ({
  action,
  on,
  ...(without ? { without } : {}),
});
