import { changeInfrastructure } from '../../infrastructure/change.ts';
import type { Json } from '../../operation.ts';
import { HOME } from '../../services/iam/state.ts';
import { secretsIn } from '../../services/secretsmanager/state.ts';
import { putLogin } from '../../targets/state.ts';
import type { Build } from '../build.ts';
import { CASES, DATABASES } from './cases.ts';
import { ROUTED_GROUP } from './functions.ts';
import type { Stage } from './history.ts';
import { LIVE } from './live.ts';
import type { Actor } from './people.ts';
import { HOUR } from './script.ts';
import { hostOf, loginFor } from './values.ts';
import { CASES_REGION as REGION } from './write-cases.ts';

const SECOND = 1000;

/** What people and pipelines did in the last day that made rotations fail, each some minutes before. */
export function writeChanges(stage: Stage): void {
  writeNetwork(stage);
  writeFunctions(stage);
  writeRights(stage);
  writeKeys(stage);
  writePasswords(stage);
  writeInterference(stage);
}

/** A change around the secrets, so many hours ago. */
function change({ script }: Stage, hours: number, by: Actor, operation: string, input: Json): void {
  script.happen(hours * HOUR, ({ state, clock, random }) => {
    changeInfrastructure(operation, input, { state, random, region: REGION, now: clock.now(), ...by });
  });
}

function writeNetwork(stage: Stage): void {
  stage.script.happen(LIVE, ({ state }) => state.targets.ingress.set(DATABASES, [ROUTED_GROUP]));
  const rule = { GroupId: DATABASES, SourceGroupId: ROUTED_GROUP, Port: 3306 };
  change(stage, 9.2, stage.people.pipeline, 'RevokeSecurityGroupIngress', rule);
}

function writeFunctions(stage: Stage): void {
  const { pipeline, riley } = stage.people;
  const policy = { FunctionName: 'rotate-mariadb', StatementId: 'SecretsManagerAccess' };
  change(stage, 7, pipeline, 'RemovePermission', policy);
  change(stage, 10.8, riley, 'DeleteFunction', { FunctionName: 'rotate-sqlserver-old' });
  const none = { FunctionName: 'rotate-logistics', ReservedConcurrentExecutions: 0 };
  change(stage, 17.9, riley, 'PutFunctionConcurrency', none);
  const shorter = { FunctionName: 'rotate-oracle', Timeout: 15, MemorySize: 128 };
  change(stage, 12.6, pipeline, 'UpdateFunctionConfiguration', shorter);
}

function writeRights({ script, people }: Stage): void {
  // What was there in two statements is one now, and a right short.
  const Action = [
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
    'secretsmanager:UpdateSecretVersionStage',
    'secretsmanager:GetRandomPassword',
  ];
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
  });
  const input = { RoleName: 'rotate-search', PolicyName: 'Secrets', PolicyDocument };
  script.add(5.5 * HOUR, people.riley, 'us-east-1', 'PutRolePolicy', input, { service: 'iam' });
  for (const team of ['billing', 'ledger']) {
    script.add(4 * HOUR, people.riley, REGION, 'PutResourcePolicy', {
      SecretId: `prod/${team}/postgres-app`,
      ResourcePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          ...{ Sid: 'OnlyPeopleWrite', Effect: 'Deny', Resource: '*' },
          Principal: { AWS: `arn:aws:iam::${HOME}:role/rotate-postgres` },
          Action: 'secretsmanager:PutSecretValue',
        },
      }),
      BlockPublicPolicy: true,
    });
  }
}

function writeKeys({ script, people }: Stage): void {
  const keyOf = ({ state }: Build, alias: string) => {
    const { keys, aliases } = state.kms.regions.get(`${HOME}/${REGION}`)!;
    return keys.get(aliases.get(alias)!.keyId)!;
  };
  const { principal, caller } = people.riley;
  script.happen(15 * HOUR, (build) => {
    const { arn } = keyOf(build, 'alias/vault');
    build.run(principal, REGION, 'kms', 'DisableKey', { KeyId: arn }, caller);
  });
  script.happen(13 * HOUR, (build) => {
    const { arn } = keyOf(build, 'alias/treasury');
    const root = { AWS: `arn:aws:iam::${HOME}:root` };
    const role = { AWS: `arn:aws:iam::${HOME}:role/rotate-treasury` };
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' },
        { Effect: 'Deny', Principal: role, Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*' },
      ],
    });
    build.run(
      principal,
      REGION,
      'kms',
      'PutKeyPolicy',
      { KeyId: arn, PolicyName: 'default', Policy },
      caller,
    );
  });
  script.happen(4.2 * HOUR, (build) => {
    const made = build.run(principal, REGION, 'kms', 'CreateKey', { Description: 'Mail' }, caller);
    const { KeyId, Arn } = made.KeyMetadata as { readonly KeyId: string; readonly Arn: string };
    const { functions } = build.state.lambda;
    const [arn, fn] = [...functions].find(([, { name }]) => name === 'rotate-mail')!;
    functions.set(arn, { ...fn, kmsKeyArn: Arn });
    build.run(principal, REGION, 'kms', 'DisableKey', { KeyId }, caller);
  });
}

/** Passwords that were changed at the database, past Secrets Manager; a database whose proxy goes on with the old one. */
function writePasswords({ script }: Stage): void {
  const elsewhere = ['prod/fraud/postgres-features', 'prod/kiosk/postgres-app', 'prod/pci/postgres-vault'];
  const quiet = ['prod/forum/mariadb-stats'];
  script.happen(20 * HOUR, ({ state, random }) => {
    for (const name of [...elsewhere, ...quiet]) {
      const login = { password: `by-hand-${random.suffix(20)}`, may: 'own' } as const;
      putLogin(state.targets, hostOf(name), String(loginFor(name, '').username), login);
    }
    const { username } = loginFor('prod/media/mysql-cms', '');
    const secret = secretsIn(state.secretsManager, HOME, REGION).get('prod/media/mysql-cms');
    const target = state.targets.hosts.get(hostOf('prod/media/mysql-cms'));
    const known = target?.users.get(String(username));
    if (secret && known) {
      putLogin(state.targets, hostOf(secret.name), String(username), { ...known, may: 'nothing' });
    }
    const behind = state.targets.hosts.get(hostOf('prod/ledger/reporting-ro'));
    if (behind) state.targets.hosts.set(behind.host, { ...behind, cached: true });
  });
}

/** Somebody does something to a secret while its rotation is going on; somebody asks twice. */
function writeInterference({ script, people, random }: Stage): void {
  const begins = (name: string) => CASES.find((one) => one.name === name)!.hours * HOUR;
  const billing = 'prod/subscriptions/mysql-billing';
  script.add(begins(billing) - 4 * SECOND, people.pipeline, REGION, 'CancelRotateSecret', {
    SecretId: billing,
  });
  const plans = 'prod/subscriptions/mysql-plans';
  script.happen(begins(plans) - 4 * SECOND, ({ run, state }) => {
    const pending = secretsIn(state.secretsManager, HOME, REGION).get(plans)?.openRotation;
    const input = { SecretId: plans, VersionStage: 'AWSPENDING', RemoveFromVersionId: pending };
    const { principal, caller } = people.dana;
    run(principal, REGION, 'secretsmanager', 'UpdateSecretVersionStage', input, caller);
  });
  const again = { SecretId: 'staging/geo/postgis-app', ClientRequestToken: random.uuid() };
  script.add(5 * HOUR, people.riley, REGION, 'RotateSecret', again, { refused: true });
}
