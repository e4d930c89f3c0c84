import type { Principal } from '../../operation.ts';
import type { Holder, IamState, User } from './state.ts';

/** The same users, roles and keys once more: rights that change in one copy stay in the other. */
export function copyIam(iam: IamState): IamState {
  const users = mapped(iam.users, copyUser);
  const roles = mapped(iam.roles, copyHolder);
  const holders = new Map([...users.values(), ...roles.values()].map((holder) => [holder.arn, holder]));
  return {
    accounts: mapped(iam.accounts, (account) => ({ ...account })),
    users,
    roles,
    providers: new Map(iam.providers),
    accessKeys: mapped(iam.accessKeys, (key) => ({ ...key, user: holders.get(key.user.arn) as User })),
    issued: mapped(iam.issued, (key) => {
      const holder = holders.get(key.principal.session?.roleArn ?? key.principal.arn);
      return { ...key, principal: holder ? withRightsOf(key.principal, holder) : key.principal };
    }),
    mfaDevices: mapped(iam.mfaDevices, (device) => ({ ...device, used: new Set(device.used) })),
    jwks: new Map(iam.jwks),
  };
}

function copyHolder<T extends Holder>(holder: T): T {
  return { ...holder, policies: new Map(holder.policies) };
}

function copyUser(user: User): User {
  const copy: User = {
    ...copyHolder(user),
    get principal() {
      return principal;
    },
  };
  const principal = withRightsOf(user.principal, copy);
  return copy;
}

function withRightsOf(principal: Principal, holder: Holder): Principal {
  return {
    ...principal,
    get policy() {
      return holder.statements;
    },
  };
}

function mapped<T, U>(map: ReadonlyMap<string, T>, copy: (one: T) => U): Map<string, U> {
  return new Map([...map].map(([key, one]) => [key, copy(one)]));
}
