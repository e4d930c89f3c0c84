import type { Json } from '../operation.ts';
import { isEnabled } from '../regions.ts';
import { functions } from './functions.ts';
import { endpoints, ingress } from './network.ts';
import { type Change, NoSuchThing, type Site } from './site.ts';

/** What can be changed without an API of its own here, by the name of AWS's operation. */
export const CHANGES: Readonly<Record<string, Change>> = { ...endpoints, ...ingress, ...functions };

/** Changes that AWS's own operations here make, and where they are served. */
export const SERVED: Readonly<Record<string, 'iam' | 'kms'>> = {
  PutRolePolicy: 'iam',
  CreateRole: 'iam',
  DeleteRolePolicy: 'iam',
  DisableKey: 'kms',
  EnableKey: 'kms',
};

/** Changes something as AWS's operation of that name would: the effect, and the event in CloudTrail. */
export function changeInfrastructure(operation: string, input: Json, site: Site): void {
  const change = CHANGES[operation];
  if (!change) throw new NoSuchThing(`There is no change called ${operation}.`);
  const { state, now: at, random, region, principal, caller } = site;
  if (!isEnabled(state, region)) throw new NoSuchThing(`Region ${region} is not enabled.`);
  const told = change.apply(input, site);
  state.trail.tell({
    ...{ kind: 'call', at, region, principal, caller, requestId: random.uuid() },
    ...{ service: change.service, operation, input: told, outcome: { output: {} } },
  });
}
