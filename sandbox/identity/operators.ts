import type { Principal } from '../operation.ts';
import { addRole, addUser, sessionOf } from '../services/iam/entities.ts';
import { HOME, type IamState, placeOf, putPolicy } from '../services/iam/state.ts';
import { settleFurtherRoles } from './further-roles.ts';
import { adminPolicy, everythingPolicy, notInSydney, responderPolicy, viewerPolicy } from './rights.ts';

/** The operators the sandbox knows from its start. */
export type OperatorName = 'riley' | 'dana' | 'sam' | 'noor';

/** A person one can sign in as: who they are, their long-term key and, in a word, what they may do. */
export interface Operator {
  readonly name: OperatorName;
  readonly rights: string;
  readonly account: string;
  readonly arn: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const LIMITED = 'RegionLimited';

/** The operators, in the order a sign-in page lists them. */
export const operators: readonly Operator[] = [
  operator('riley', 'admin'),
  operator('dana', 'rotation responder: label moves and rotation under prod/*, no values'),
  operator('sam', 'read-only, no values'),
  operator('noor', 'denied in ap-southeast-2', `arn:aws:sts::${HOME}:assumed-role/${LIMITED}/noor`),
];

/** The operators' principals by name, as a world's builder wants them. */
export function operatorsIn(iam: IamState): Readonly<Record<OperatorName, Principal>> {
  const user = (name: OperatorName) => iam.users.get(placeOf(HOME, name))!.principal;
  const limited = iam.roles.get(placeOf(HOME, LIMITED))!;
  return {
    riley: user('riley'),
    dana: user('dana'),
    sam: user('sam'),
    noor: sessionOf(limited, { sessionName: 'noor' }),
  };
}

const SETTLED = new Date('2025-01-06T09:00:00Z');

/** Makes the operators users and roles of their account, and the ways into the other accounts. */
export function settleOperators(iam: IamState): void {
  const user = (name: OperatorName, id: string, policy: string, json: string) => {
    const added = addUser(iam, { account: HOME, name, id, created: SETTLED });
    putPolicy(added, policy, json);
    const serial = `arn:aws:iam::${HOME}:mfa/${name}`;
    const key = Buffer.from(`sandbox-${name}-mfa`);
    iam.mfaDevices.set(serial, { serial, userArn: added.arn, key, used: new Set() });
  };
  user('riley', 'AIDASANDBOXRILEY00001', 'Administrator', everythingPolicy);
  user('dana', 'AIDASANDBOXDANA000001', 'RotationResponder', responderPolicy(HOME));
  user('sam', 'AIDASANDBOXSAM0000001', 'Viewer', viewerPolicy);

  const trust = trusting(`arn:aws:iam::${HOME}:root`);
  const id = 'AROASANDBOXREGION0001';
  const limited = addRole(iam, { account: HOME, name: LIMITED, id, created: SETTLED, trust });
  putPolicy(limited, 'SecretsAdministrator', adminPolicy);
  putPolicy(limited, 'NotInSydney', notInSydney);

  // What AWS Organizations puts into each account it makes:
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html
  const name = 'OrganizationAccountAccessRole';
  for (const { id: account } of iam.accounts.values()) {
    if (account === HOME) continue;
    const role = addRole(iam, {
      account,
      name,
      id: `AROASANDBOXO${account.slice(-9)}`,
      created: SETTLED,
      trust,
    });
    putPolicy(role, 'AdministratorAccess', everythingPolicy);
  }
  settleFurtherRoles(iam, SETTLED);
}

function trusting(AWS: string): string {
  const Statement = { Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' };
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

// The keys are fixed so that a profile or a script can hold them; they say in clear what they are.
function operator(name: OperatorName, rights: string, arn = `arn:aws:iam::${HOME}:user/${name}`): Operator {
  return {
    name,
    rights,
    account: HOME,
    arn,
    accessKeyId: `AKIASANDBOX${name.toUpperCase().padEnd(5, 'X')}0001`,
    secretAccessKey: `sandbox-${name}-not-a-real-secret-key`,
  };
}
