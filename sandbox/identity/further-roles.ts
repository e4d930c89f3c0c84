import { addRole } from '../services/iam/entities.ts';
import { HOME, type IamState, putPolicy } from '../services/iam/state.ts';
import { everythingPolicy, viewerPolicy } from './rights.ts';

interface FurtherRole {
  readonly account: string;
  readonly name: string;
  readonly id: string;
  readonly policy: string;
  readonly condition: { readonly [operator: string]: { readonly [key: string]: string } };
}

/** Roles of the other accounts that ask for more than who one is. */
const ROLES: readonly FurtherRole[] = [
  {
    account: '602733145908',
    name: 'BreakGlass',
    id: 'AROASANDBOXBREAKGLASS',
    policy: everythingPolicy,
    condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
  {
    account: '917350284466',
    name: 'PartnerAudit',
    id: 'AROASANDBOXPARTNER001',
    policy: viewerPolicy,
    condition: { StringEquals: { 'sts:ExternalId': 'acme-audit' } },
  },
];

/** Makes the roles that take a second factor or an external id to assume. */
export function settleFurtherRoles(iam: IamState, created: Date): void {
  for (const { account, name, id, policy, condition } of ROLES) {
    const Statement = {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${HOME}:root` },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
      Condition: condition,
    };
    const trust = JSON.stringify({ Version: '2012-10-17', Statement });
    putPolicy(addRole(iam, { account, name, id, created, trust, longest: 7200 }), 'Secrets', policy);
  }
}
