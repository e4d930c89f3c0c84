import type { Principal, Statement } from '../operation.ts';

/** The account all sandbox operators belong to. */
const ACCOUNT = '441200879921';

/** The operators the sandbox knows from its start. */
export type OperatorName = 'riley' | 'dana' | 'sam' | 'noor';

/** A person one can sign in as: the principal, their long-term key and, in a word, what they may do. */
export interface Operator {
  readonly name: OperatorName;
  readonly rights: string;
  readonly principal: Principal;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const everything: Statement = {
  Effect: 'Allow',
  Action: ['secretsmanager:*', 'kms:*', 'logs:*', 'cloudtrail:LookupEvents', 'account:ListRegions'],
  Resource: '*',
};

const metadata: Statement = {
  Effect: 'Allow',
  Action: [
    'secretsmanager:ListSecrets',
    'secretsmanager:DescribeSecret',
    'secretsmanager:ListSecretVersionIds',
    'secretsmanager:GetResourcePolicy',
    'cloudtrail:LookupEvents',
    'kms:DescribeKey',
    'kms:ListAliases',
    'kms:ListKeys',
    'account:ListRegions',
  ],
  Resource: '*',
};

const noLabelMovesInProduction: Statement = {
  Effect: 'Deny',
  Action: 'secretsmanager:UpdateSecretVersionStage',
  Resource: `arn:aws:secretsmanager:*:${ACCOUNT}:secret:prod/*`,
};

const notInSydney: Statement = {
  Effect: 'Deny',
  Action: 'secretsmanager:*',
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-southeast-2' } },
};

/** The operators, in the order a sign-in page lists them. */
export const operators: readonly Operator[] = [
  operator('riley', 'admin', user('riley', 'AIDASANDBOXRILEY00001', [everything])),
  operator(
    'dana',
    'no label moves under prod/*',
    user('dana', 'AIDASANDBOXDANA000001', [everything, noLabelMovesInProduction]),
  ),
  operator('sam', 'read-only, no values', user('sam', 'AIDASANDBOXSAM0000001', [metadata])),
  operator('noor', 'denied in ap-southeast-2', {
    type: 'assumed-role',
    account: ACCOUNT,
    name: 'RegionLimited/noor',
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/RegionLimited/noor`,
    userId: 'AROASANDBOXREGION0001:noor',
    policy: [everything, notInSydney],
  }),
];

/** The operators' principals by name, as a world's builder wants them. */
export const principals = Object.fromEntries(
  operators.map(({ name, principal }) => [name, principal]),
) as Record<OperatorName, Principal>;

function user(name: OperatorName, userId: string, policy: readonly Statement[]): Principal {
  return {
    type: 'user',
    account: ACCOUNT,
    name,
    arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
    userId,
    policy,
  };
}

// The keys are fixed so that a profile or a script can hold them; they say in clear what they are.
function operator(name: OperatorName, rights: string, principal: Principal): Operator {
  return {
    name,
    rights,
    principal,
    accessKeyId: `AKIASANDBOX${name.toUpperCase().padEnd(5, 'X')}0001`,
    secretAccessKey: `sandbox-${name}-not-a-real-secret-key`,
  };
}
