import type { Cause } from '../triage/cause.ts';
import type { FleetSecret, FoundCause } from './fleet-secret.ts';

/** One thing that, broken, makes several functions fail. */
export interface SharedThing {
  readonly kind: 'key' | 'role' | 'subnets';
  /** As people say it: the key's id or alias, the role's name, the subnets' ids. */
  readonly name: string;
}

/**
 * What else than a function can be behind a cause. A database that cannot be reached is not among them: that two functions
 * have one subnet does not make it one database.
 */
const BEHIND: Readonly<Partial<Record<Cause, SharedThing['kind']>>> = {
  'kms-permission-denied': 'key',
  'kms-key-unavailable': 'key',
  'secrets-permission-denied': 'role',
  'secrets-endpoint-unreachable': 'subnets',
  'lambda-network-interface': 'subnets',
};

/** The key, role or subnets a failure has in common with others of its cause; undefined where the evidence holds none. */
export function sharedThing(found: FoundCause, { secret }: FleetSecret): SharedThing | undefined {
  const kind = BEHIND[found.cause];
  if (kind === undefined) return undefined;
  const name = {
    key: secret.shown.kmsKeyId?.replace(/^arn:[^/]+:key\//, '').replace(/^arn:[^/]+:alias\//, 'alias/'),
    role: found.role?.slice(found.role.lastIndexOf('/') + 1),
    subnets: found.subnets?.toSorted().join(', '),
  }[kind];
  return name ? { kind, name } : undefined;
}
