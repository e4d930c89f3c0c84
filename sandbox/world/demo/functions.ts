import { createRandom, seedOf } from '../../random.ts';
import { addRole } from '../../services/iam/entities.ts';
import { HOME, putPolicy } from '../../services/iam/state.ts';
import { addFunction, invokedBySecretsManager } from '../../services/lambda/add-function.ts';
import { functionArn, type LambdaFunction, type Vpc } from '../../services/lambda/state.ts';
import { groupsIn } from '../../services/logs/state.ts';
import type { State } from '../../state.ts';
import type { Build } from '../build.ts';
import type { Stage } from './history.ts';
import { LIVE, settleTargets } from './live.ts';
import { REGIONS } from './names.ts';
import { SHARED } from './people.ts';
import { DAY } from './script.ts';

/** The subnets without a way out but endpoints, and those with one. */
const PRIVATE: Vpc = {
  ...{ vpcId: 'vpc-0a41c7d2e98b5f360', subnetIds: ['subnet-0b7d41', 'subnet-0c92ee'], nat: false },
  securityGroupIds: ['sg-0aurora7c1d20f'],
};
/** The security group of functions in the other subnets. */
export const ROUTED_GROUP = 'sg-0rotation4be18';
const ROUTED: Vpc = {
  ...{ vpcId: 'vpc-0d18f3b6a7c29e45b', subnetIds: ['subnet-0e51aa', 'subnet-0f63bb'], nat: true },
  securityGroupIds: [ROUTED_GROUP],
};

/** The endpoints by which the private subnets reach Secrets Manager, by region. */
export const ENDPOINTS: Readonly<Record<string, string>> = {
  'us-east-1': 'vpce-0f31c8d27be5a9460',
  'us-west-2': 'vpce-07aa41d9c63e20b58',
  'eu-west-1': 'vpce-0c5512e0d7f94ab83',
  'ap-southeast-2': 'vpce-04e98a67b0d1c2f35',
};

const ARCHIVE = '/rotation/archive';

/** A function as the demo has it. */
type Made = Pick<LambdaFunction, 'name' | 'code'> &
  Partial<LambdaFunction> & {
    /** One that is in several regions is the same in all. */
    readonly regions?: readonly string[];
  };

const NODE = { runtime: 'nodejs22.x', handler: 'index.handler', memorySize: 256 } as const;

/** Every function of the demo. Three of them rotate most of the company's databases. */
const FUNCTIONS: readonly Made[] = [
  { name: 'rotate-postgres', code: 'postgres-single-user', vpc: ROUTED, timeout: 60, regions: REGIONS },
  { name: 'rotate-aurora', code: 'postgres-single-user', vpc: PRIVATE, regions: REGIONS },
  { name: 'rotate-redshift', code: 'redshift-single-user', vpc: ROUTED, regions: REGIONS },
  { name: 'rotate-oracle', code: 'oracle-single-user', vpc: ROUTED, timeout: 60 },
  { name: 'rotate-mysql', code: 'mysql-single-user', vpc: ROUTED, timeout: 120 },
  { name: 'rotate-mysql-multi', code: 'mysql-alternating-users', vpc: ROUTED },
  { name: 'rotate-mariadb', code: 'mariadb-single-user', vpc: ROUTED },
  { name: 'rotate-sqlserver', code: 'sqlserver-single-user', vpc: ROUTED, timeout: 60 },
  { name: 'rotate-sqlserver-old', code: 'sqlserver-single-user', runtime: 'python3.9' },
  { name: 'rotate-points', code: 'generic' },
  { name: 'rotate-analytics', code: 'without-driver', runtime: 'python3.11' },
  { name: 'rotate-search', code: 'postgres-single-user' },
  { name: 'rotate-treasury', code: 'postgres-single-user' },
  {
    ...{ name: 'rotate-vault', code: 'mysql-single-user' },
    logging: { logGroup: ARCHIVE, logFormat: 'Text' },
  },
  {
    ...{ name: 'rotate-kiosk', code: 'python-warehouse' },
    logging: { logGroup: '/aws/lambda/rotate-kiosk', logFormat: 'JSON' },
  },
  { name: 'rotate-media', code: 'node-mysql', ...NODE, environment: { EXCLUDE_PUNCTUATION: 'true' } },
  { name: 'rotate-assets', code: 'mysql-single-user', throttled: 'GetRandomPassword' },
  { name: 'rotate-subscriptions', code: 'mysql-single-user' },
  { name: 'rotate-logistics', code: 'mysql-single-user' },
  {
    ...{ name: 'rotate-edge', code: 'postgres-single-user', vpc: ROUTED },
    unfit: {
      state: 'Inactive',
      reason: 'The function could not create a network interface: the limit of its VPC has been reached.',
      reasonCode: 'EniLimitExceeded',
    },
  },
  { name: 'rotate-mail', code: 'postgres-single-user', environment: { PASSWORD_LENGTH: '40' } },
  {
    ...{ name: 'rotate-partner', code: 'node-partner', ...NODE },
    logging: { logGroup: '/aws/lambda/rotate-partner', logFormat: 'JSON' },
  },
  { name: 'rotate-forum', code: 'python-quiet' },
  {
    ...{ name: 'rotate-pci', code: 'postgres-single-user' },
    // Outside of what rotation responders may read.
    logging: { logGroup: '/pci/rotation', logFormat: 'Text' },
  },
];

/** The function of another account that rotates a secret of this one. */
export const FOREIGN = { name: 'rotate-registry', code: 'mysql-single-user', account: SHARED } as const;

/**
 * Makes the functions and the databases, and lets code run from then on. Functions get their names into the world's
 * past as declared ones before; see `configureRotation`.
 */
export function goLive({ script, people }: Stage): void {
  const roles = FUNCTIONS.map(({ name }) => people.rotation(name).principal.session!.roleArn);
  script.happen(LIVE, ({ state, clock }) => {
    const lastModified = new Date(clock.end.getTime() - 290 * DAY);
    for (const [at, made] of FUNCTIONS.entries()) {
      for (const region of made.regions ?? ['us-east-1']) {
        add(state, { ...made, roleArn: roles[at]!, account: HOME, region, lastModified });
      }
    }
    for (const [region, id] of Object.entries(ENDPOINTS)) {
      const endpoint = { account: HOME, region, vpcId: PRIVATE.vpcId, service: 'secretsmanager' };
      state.targets.endpoints.set(id, endpoint);
    }
    addForeign(state, lastModified);
    makeGroups(state, lastModified);
    state.secretsManager.invocableFunctions.clear();
    settleTargets(state);
  });
}

type Ready = Omit<Made, 'regions'> &
  Pick<LambdaFunction, 'account' | 'region' | 'roleArn' | 'lastModified'> & {
    readonly regions?: readonly string[];
  };

function add(state: State, { regions, ...given }: Ready): void {
  addFunction(state.lambda, createRandom(seedOf(`${given.region}${given.name}`)), given);
}

/** Its role is of its own account too, where nobody gave it a way to the secret. */
function addForeign(state: State, lastModified: Date): void {
  const region = 'us-east-1';
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  });
  const id = 'AROASANDBOXREGISTRY01';
  const role = addRole(state.iam, {
    ...{ account: SHARED, name: FOREIGN.name, id, created: lastModified, trust },
  });
  const Statement = [{ Effect: 'Allow', Action: ['secretsmanager:*', 'kms:*'], Resource: '*' }];
  putPolicy(role, 'Secrets', JSON.stringify({ Version: '2012-10-17', Statement }));
  const roleArn = role.arn;
  const arn = functionArn(SHARED, region, FOREIGN.name);
  const policy = [invokedBySecretsManager(arn, HOME)];
  add(state, { ...FOREIGN, region, roleArn, lastModified, policy });
}

/** How long the company keeps what its functions say, in days. */
const KEPT = 30;

/** A group for each function, from its last change on; one of them of the cheaper class, which cannot be filtered. */
function makeGroups(state: State, created: Date): void {
  for (const { account, region, logging } of state.lambda.functions.values()) {
    groupsIn(state.logs, account, region).set(logging.logGroup, {
      ...{ name: logging.logGroup, account, region, creationTime: created.getTime() },
      logGroupClass: logging.logGroup === ARCHIVE ? 'INFREQUENT_ACCESS' : 'STANDARD',
      ...{ kmsKeyId: undefined, deletionProtectionEnabled: false, retentionInDays: KEPT, streams: new Map() },
    });
  }
}

/** Whether functions run their code by now. */
export function isLive({ state }: Build, arn: string): boolean {
  return state.lambda.functions.has(arn);
}
