import type { Json } from '../operation.ts';
import type { Sandbox } from '../sandbox.ts';
import {
  assign,
  HOME_REGION,
  PEOPLE,
  permissionSets,
  START_URL,
  unassign,
} from '../services/identity-center/directory.ts';
import { endTokens, expireTokens } from '../services/identity-center/tokens.ts';
import { ControlError } from './error.ts';
import { flag, number, oneOf, readFields, required, text } from './fields.ts';

const person = oneOf(PEOPLE);
const fields = {
  name: person,
  account: text,
  role: oneOf(permissionSets),
  assigned: flag,
  endTokens: person,
  expireTokens: person,
  interval: number(0, 60),
};

/** The directory: where to sign in, and who may take which role where. */
export function getIdentityCenter({ world: { state } }: Sandbox): Json {
  const { assignments, interval } = state.identityCenter;
  const people = PEOPLE.map((name) => {
    const mine = [...(assignments.get(name) ?? [])];
    const roles = mine.flatMap(([account, sets]) => [...sets].map((role) => ({ account, role })));
    return { name, roles };
  });
  return { startUrl: START_URL, region: HOME_REGION, interval, people };
}

/** Changes the directory while people are signed in, ends their tokens, or sets how often a device may ask. */
export function postIdentityCenter(sandbox: Sandbox, body: Json): Json {
  const { name, account, role, assigned, ...rest } = readFields(body, fields);
  const { identityCenter: center, iam } = sandbox.world.state;
  if ([name, account, role, assigned].some((field) => field !== undefined)) {
    const where = required(account, 'account');
    if (!iam.accounts.has(where)) throw new ControlError('Field "account" must be an account of this world.');
    const [who, what] = [required(name, 'name'), required(role, 'role')];
    if (required(assigned, 'assigned')) assign(center, iam, who, where, what);
    else unassign(center, who, where, what);
  }
  if (rest.endTokens !== undefined) endTokens(center, rest.endTokens);
  if (rest.expireTokens !== undefined) expireTokens(center, rest.expireTokens);
  if (rest.interval !== undefined) center.interval = rest.interval;
  return getIdentityCenter(sandbox);
}
