import { expect, test } from 'vitest';
import { HOME } from '../../services/iam/state.ts';
import { functionByArn } from '../../services/lambda/state.ts';
import { groupsIn } from '../../services/logs/state.ts';
import { CURRENT, holderOf } from '../../services/secretsmanager/labels.ts';
import { secretsIn } from '../../services/secretsmanager/state.ts';
import { login } from '../../targets/login.ts';
import { createWorld } from '../create.ts';
import { CASES } from './cases.ts';

const REGION = 'us-east-1';
const { state } = createWorld({ name: 'demo', seed: 7, replicationMs: 1500, secrets: 0 });
const secrets = secretsIn(state.secretsManager, HOME, REGION);
const events = [...state.trail.log(HOME, REGION).find(undefined, undefined)];
const textOf = (name: string) =>
  [...(groupsIn(state.logs, HOME, REGION).get(name)?.streams.values() ?? [])]
    .flatMap((stream) => stream.events.map(({ message }) => message))
    .join('');

/** How the last rotation of a secret ended: the step it failed in, or its success. */
function outcome(name: string): string | undefined {
  const { arn } = secrets.get(name)!;
  const last = events.find(({ about, subject }) => about === arn && /^Rotation/.test(subject.eventName));
  return /during (\w+) step/.exec(last?.failure?.message ?? '')?.[1] ?? last?.subject.eventName;
}

// Legend: secret, where its last rotation ended, what its function's log says.
test.each<[string, string, RegExp | undefined]>([
  ['prod/warehouse/oracle-batch', 'setSecret', /Task timed out after 15\.03 seconds/],
  ['prod/reviews/mysql-app', 'setSecret', /Unable to log into database with previous/],
  ['prod/forum/mariadb-app', 'createSecret', undefined],
  ['prod/backoffice/sqlserver-app', 'createSecret', undefined],
  ['prod/loyalty/postgres-points', 'setSecret', /\[ERROR\] NotImplementedError/],
  ['prod/analytics/postgres-etl', 'createSecret', /Runtime\.ImportModuleError.*No module named 'pg'/],
  [
    'prod/search/postgres-index',
    'createSecret',
    /AccessDeniedException.*PutSecretValue.*identity-based policy/,
  ],
  ['prod/treasury/postgres-core', 'createSecret', /Access to KMS is not allowed/],
  ['prod/vault/mysql-core', 'createSecret', /DecryptionFailure/],
  ['prod/kiosk/postgres-app', 'setSecret', /password authentication failed for user/],
  ['prod/pci/postgres-vault', 'setSecret', /Unable to log into database with previous/],
  ['prod/media/mysql-cms', 'setSecret', /CREATE USER privilege/],
  ['prod/returns/postgres-archive', 'createSecret', /username key is missing from secret JSON/],
  ['prod/returns/postgres-labels', 'createSecret', /Database engine must be set to 'postgres'/],
  ['prod/pricing/mysql-rates', 'createSecret', /masterarn key is missing from secret JSON/],
  ['prod/pricing/mysql-quotes', 'setSecret', /ResourceNotFoundException.*GetSecretValue/],
  ['prod/pricing/mysql-campaigns', 'createSecret', /username length with _clone appended/],
  ['prod/messaging/postgres-queue', 'setSecret', /SSL\/TLS is enforced on the host/],
  ['prod/pos/sqlserver-till', 'setSecret', /Password validation failed/],
  ['prod/subscriptions/mysql-billing', 'testSecret', /is not enabled for rotation/],
  ['prod/subscriptions/mysql-plans', 'testSecret', /has no stage for rotation/],
  ['prod/logistics/mysql-fleet', 'createSecret', undefined],
  ['prod/media/mysql-assets', 'createSecret', /ThrottlingException.*Rate exceeded/],
  ['prod/edge/postgres-config', 'createSecret', undefined],
  ['prod/mail/postgres-bounce', 'createSecret', undefined],
  ['prod/partners/acme-api', 'setSecret', /failed with status code 403/],
  ['prod/forum/mariadb-stats', 'setSecret', /step ended with status 2/],
  ['prod/ledger/reporting-ro', 'testSecret', /Unable to log into database with pending secret/],
  ['prod/billing/postgres-app', 'createSecret', /explicit deny in a resource-based policy/],
  ['prod/orders/aurora-app', 'createSecret', /Task timed out after 30\.03 seconds/],
  ['prod/partners/globex-api', 'RotationSucceeded', /health endpoint answered 503/],
  ['prod/media/mysql-thumbnails', 'RotationSucceeded', /rotation step=finishSecret done/],
])('%s ends in %s', (name, ending, says) => {
  expect(outcome(name)).toBe(ending);
  const arn = secrets.get(name)?.content.rotation?.RotationLambdaARN ?? '';
  const text = textOf(functionByArn(state.lambda, arn)?.logging.logGroup ?? '');
  if (says) expect(text).toMatch(says);
  else expect(text).toBe('');
});

test('every case is told of, and each changed thing some minutes before', () => {
  for (const { name } of CASES) expect(outcome(name), name).toBeDefined();
  const changes = [
    'DeleteVpcEndpoints',
    'RevokeSecurityGroupIngress',
    'RemovePermission20150331v2',
    'DeleteFunction20150331',
    'PutFunctionConcurrency20171031',
    'UpdateFunctionConfiguration20150331v2',
    'PutRolePolicy',
    'DisableKey',
    'PutKeyPolicy',
  ];
  const named = new Set(events.map(({ subject }) => subject.eventName));
  expect(changes.filter((name) => !named.has(name))).toEqual([]);
});

test('what rotated in the last day opens its database, and the password before does not', () => {
  for (const name of [
    'prod/media/mysql-thumbnails',
    'prod/partners/initech-api',
    'prod/payments/db-writer',
  ]) {
    const { versions } = secrets.get(name)!.content;
    const opens = (label: string) => {
      const { value } = holderOf(versions, label)!;
      const { host, username, password } = JSON.parse(
        value && 'SecretString' in value ? value.SecretString : '',
      ) as { host: string; username: string; password: string };
      return login(state.targets, { host, user: username, password, tls: true, from: undefined });
    };
    expect(opens(CURRENT), name).toBe('accepted');
    expect(opens('AWSPREVIOUS'), name).toBe('rejected');
  }
});

test('both log formats, a group that cannot be filtered, one of another account', () => {
  expect(textOf('/aws/lambda/rotate-kiosk').startsWith('{"time"')).toBe(true);
  expect(groupsIn(state.logs, HOME, REGION).get('/rotation/archive')?.logGroupClass).toBe(
    'INFREQUENT_ACCESS',
  );
  expect(groupsIn(state.logs, '602733145908', REGION).has('/aws/lambda/rotate-registry')).toBe(true);
});
