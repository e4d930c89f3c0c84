import { parsePolicy } from '../../identity/parse-policy.ts';
import type { Principal, RoleSession, Statement } from '../../operation.ts';
import { type IamState, placeOf, type Role, type User } from './state.ts';

interface NewHolder {
  readonly account: string;
  readonly name: string;
  /** `AIDA…` or `AROA…`. */
  readonly id: string;
  readonly created: Date;
  readonly path?: string;
  readonly tags?: ReadonlyMap<string, string>;
}

/** Adds a user without rights. */
export function addUser(iam: IamState, given: NewHolder): User {
  const { account, name, id, created, path = '/', tags = new Map() } = given;
  const arn = `arn:aws:iam::${account}:user${path}${name}`;
  const user: User = {
    ...{ account, name, path, id, arn, created, tags, policies: new Map(), statements: [] },
    principal: {
      type: 'user',
      account,
      name,
      arn,
      userId: id,
      tags,
      // Rights change while the user is signed in.
      get policy() {
        return user.statements;
      },
    },
  };
  iam.users.set(placeOf(account, name), user);
  return user;
}

/** Adds a role without rights; throws PolicyError for a broken trust policy. */
export function addRole(
  iam: IamState,
  given: NewHolder & { readonly trust: string; readonly description?: string; readonly longest?: number },
): Role {
  const { account, name, id, created, path = '/', tags = new Map(), trust, longest = 3600 } = given;
  parsePolicy(trust, 'trust');
  const arn = `arn:aws:iam::${account}:role${path}${name}`;
  const role: Role = {
    ...{ account, name, path, id, arn, created, tags, policies: new Map(), statements: [] },
    ...{ description: given.description, longest, trust },
  };
  iam.roles.set(placeOf(account, name), role);
  return role;
}

/** What distinguishes one session of a role. */
export type SessionOf = Omit<RoleSession, 'roleName' | 'roleArn' | 'roleId'> & {
  /** When its credentials were made, in virtual time. */
  readonly since?: Date;
  readonly tags?: ReadonlyMap<string, string>;
};

/** Somebody who acts in a role: their rights are the role's, as they are at each call. */
export function sessionOf(role: Role, { since, tags, ...session }: SessionOf): Principal {
  return {
    type: 'assumed-role',
    account: role.account,
    name: `${role.name}/${session.sessionName}`,
    arn: `arn:aws:sts::${role.account}:assumed-role/${role.name}/${session.sessionName}`,
    userId: `${role.id}:${session.sessionName}`,
    tags: tags ? new Map([...role.tags, ...tags]) : role.tags,
    session: { roleName: role.name, roleArn: role.arn, roleId: role.id, ...session },
    ...(since && { since }),
    get policy() {
      return role.statements;
    },
  };
}

const EVERYTHING: readonly Statement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

/** The root user of an account: whoever builds a world begins with it. */
export function rootOf(account: string): Principal {
  return {
    type: 'root',
    account,
    name: 'root',
    arn: `arn:aws:iam::${account}:root`,
    userId: account,
    policy: EVERYTHING,
  };
}
