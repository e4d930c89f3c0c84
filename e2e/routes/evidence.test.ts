import { CloudWatchLogsClient, PutRetentionPolicyCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { POST as evidenceDoor } from '@/app/api/views/evidence/route';
import { GET as rotationDoor } from '@/app/api/views/rotation/route';
import type { AskedAttempt, Diagnosed, EvidenceLine, RotationLine } from '@/lib/contract/rotation';
import { attemptsOf } from '@/lib/domain/rotation/attempts-of';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { problemIn } from './doors';

let desk: Desk;
let riley: SignedIn;
let failing: AskedAttempt[];
beforeAll(async () => {
  desk = await openDesk({ world: 'demo', quotas: false });
  riley = await desk.signedIn('riley');
  failing = await failedAttempts(riley);
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  vi.unstubAllEnvs();
  await desk.heal();
  await desk.forgetCalls();
});

const linesOf = async <L>(answer: Response): Promise<L[]> => {
  expect(answer.status).toBe(200);
  return (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};
async function failedAttempts(who: SignedIn): Promise<AskedAttempt[]> {
  const asked = async (more: Record<string, string>) => {
    const query = new URLSearchParams({ scope: who.session.scope, regions: 'us-east-1,us-west-2', ...more });
    const headers = { cookie: who.cookie };
    return linesOf<RotationLine>(await rotationDoor(requestTo(`/api/views/rotation?${query}`, { headers })));
  };
  // A day's worth of them lies further back than the newest pages.
  const lines = await asked({});
  for (let more = 0; more < 3; more++) lines.push(...(await asked({ further: 'us-east-1' })));
  const attempts = attemptsOf([
    ...new Map(
      lines.flatMap((line) => (line.kind === 'found' ? line.events : [])).map((event) => [event.id, event]),
    ).values(),
  ]);
  return attempts.flatMap(({ arn, version, outcome, failures }) => {
    const last = failures.at(-1);
    if (outcome !== 'failed' || !last) return [];
    return [{ arn, version, failed: last.at, message: last.message, functionArn: last.functionArn }];
  });
}
const named = (name: string) => failing.filter(({ arn }) => arn.includes(`:secret:${name}-`)).slice(0, 1);
const ask = (who: SignedIn, attempts: readonly AskedAttempt[], more: object = {}) =>
  evidenceDoor(
    requestTo('/api/views/evidence', {
      method: 'POST',
      headers: { cookie: who.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ scope: who.session.scope, attempts, ...more }),
    }),
  );
const read = async (who: SignedIn, attempts: readonly AskedAttempt[], more?: object) =>
  linesOf<EvidenceLine>(await ask(who, attempts, more));
const diagnosedIn = (lines: readonly EvidenceLine[]): Diagnosed[] =>
  lines.flatMap((line) => (line.kind === 'diagnosed' ? [line.diagnosed] : []));

// Of a world whose functions ran: the secret, why it failed, and in which step.
test.each([
  ['prod/orders/aurora-app', 'secrets-endpoint-unreachable', 'createSecret'],
  ['prod/reviews/mysql-app', 'database-unreachable', 'setSecret'],
  ['prod/forum/mariadb-app', 'lambda-not-invocable', 'invoke'],
  ['prod/backoffice/sqlserver-app', 'lambda-missing', 'invoke'],
  ['prod/search/postgres-index', 'secrets-permission-denied', undefined],
  ['prod/treasury/postgres-core', 'kms-permission-denied', undefined],
  ['prod/vault/mysql-core', 'kms-key-unavailable', undefined],
  ['prod/kiosk/postgres-app', 'database-login-rejected', 'setSecret'],
  ['prod/returns/postgres-archive', 'secret-format-invalid', undefined],
  ['prod/logistics/mysql-fleet', 'throttled', 'invoke'],
  ['prod/edge/postgres-config', 'lambda-network-interface', 'invoke'],
  ['prod/mail/postgres-bounce', 'lambda-environment-undecryptable', 'invoke'],
])('%s: %s', async (name, cause, step) => {
  const [diagnosed] = diagnosedIn(await read(riley, named(name)));
  expect(
    diagnosed?.causes[0]?.cause,
    JSON.stringify([diagnosed?.noLogs, diagnosed?.log.map(({ text }) => text)]),
  ).toBe(cause);
  if (step) expect(diagnosed?.causes[0]?.step).toBe(step);
  expect(diagnosed?.causes[0]?.fixes.length).toBeGreaterThan(0);
});

test('a function is looked at once, and its log read once for secrets that failed near each other', async () => {
  const arn = named('prod/catalog/aurora-app')[0]?.functionArn;
  const attempts = failing.filter(({ functionArn }) => functionArn === arn);
  expect(attempts.length).toBeGreaterThan(1);
  const other = await desk.signedIn('riley', { sid: 'counts' });
  const diagnosed = diagnosedIn(await read(other, attempts));
  expect(diagnosed).toHaveLength(attempts.length);
  for (const { arn: own, log } of diagnosed)
    for (const { text } of log)
      for (const [secret] of text.matchAll(/arn:aws:secretsmanager:[\w:/-]+/g)) expect(secret).toBe(own);
  const calls = await desk.calls();
  const counted = (operation: string) =>
    calls.filter((call) => call.operation === operation).reduce((sum, { count }) => sum + count, 0);
  expect(counted('GetFunctionConfiguration')).toBe(1);
  expect(counted('DescribeLogGroups')).toBe(1);
  expect(counted('FilterLogEvents')).toBeLessThan(attempts.length);
  expect(counted('GetPolicy') + counted('GetFunctionConcurrency')).toBe(0);
  await desk.forgetCalls();
  expect(diagnosedIn(await read(other, attempts))).toHaveLength(attempts.length);
  expect(await desk.calls()).toEqual([]);
});

test('a log that can only be queried for money is asked about first, and then queried once', async () => {
  const other = await desk.signedIn('riley', { sid: 'money' });
  const asked = await inArchive();
  expect(asked.length).toBeGreaterThan(0);
  await desk.forgetCalls();
  vi.stubEnv('KEYTURN_SCAN_LIMIT_BYTES', '0');
  const lines = await read(other, asked);
  expect(lines.map(({ kind }) => kind)).toEqual(['function', 'ask', ...asked.map(() => 'diagnosed'), 'end']);
  expect(diagnosedIn(lines)[0]?.noLogs?.because).toBe('costs-money');
  expect(await desk.count('StartQuery')).toBe(0);
  const scanned = await read(other, asked, { scan: true });
  expect(scanned.find((line) => line.kind === 'scanned')).toMatchObject({ bytes: expect.any(Number) });
  expect(await desk.count('StartQuery')).toBe(1);
  expect(diagnosedIn(scanned)[0]?.log.length).toBeGreaterThan(0);
});

/** The attempts whose function writes into the group of the class Infrequent Access. */
async function inArchive(): Promise<AskedAttempt[]> {
  const lines = await read(await desk.signedIn('riley', { sid: 'archive' }), failing);
  const functions = lines.flatMap((line) =>
    line.kind === 'function' && line.facts.logGroup === '/rotation/archive' ? [line.facts.arn] : [],
  );
  return failing.filter(({ functionArn }) => functionArn !== undefined && functions.includes(functionArn));
}

test('what may not be read is said with the missing right, and CloudTrail and the function still speak', async () => {
  const dana = await desk.signedIn('dana');
  const [diagnosed] = diagnosedIn(await read(dana, named('prod/pci/postgres-vault')));
  expect(diagnosed).toMatchObject({
    log: [],
    noLogs: { because: 'denied', problem: { code: 'access-denied', action: 'logs:FilterLogEvents' } },
  });
  expect(diagnosed?.causes[0]).toMatchObject({ cause: 'unknown' });
});

test('a region that fails holds up none of the others', async () => {
  const other = await desk.signedIn('riley', { sid: 'regions' });
  await desk.fault({ kind: 'error500', service: 'logs', region: 'us-west-2' });
  const attempts = failing.filter(({ functionArn }) => functionArn?.endsWith(':rotate-aurora'));
  const diagnosed = diagnosedIn(await read(other, attempts));
  const because = (region: string) =>
    new Set(diagnosed.filter(({ arn }) => arn.includes(`:${region}:`)).map(({ noLogs }) => noLogs?.because));
  expect(because('us-west-2')).toEqual(new Set(['failed']));
  expect(because('us-east-1')).toEqual(new Set([undefined]));
});

test('what one operator has been told is nobody else’s', async () => {
  await read(riley, named('prod/pci/postgres-vault'));
  await desk.forgetCalls();
  const dana = await desk.signedIn('dana', { sid: 'dana again' });
  const [diagnosed] = diagnosedIn(await read(dana, named('prod/pci/postgres-vault')));
  expect(diagnosed?.log).toEqual([]);
  expect(await desk.count('FilterLogEvents')).toBe(1);
});

test('the door wants attempts, bounded, and answers nothing else', async () => {
  for (const attempts of [[], [{ arn: 'prod/db', failed: 'today' }]])
    expect(await problemIn(await ask(riley, attempts as AskedAttempt[]))).toMatchObject({
      code: 'input-invalid',
    });
});

// The last: it changes the world for good.
test('a log that has deleted what is so old is said to, by the time AWS goes by', async () => {
  const [attempt] = named('prod/reviews/mysql-app');
  const logGroupName = `/aws/lambda/${attempt?.functionArn?.split(':')[6]}`;
  await cloudWatchLogs().send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 }));
  await desk.control('clock', { advance: 'P3D' });
  const [diagnosed] = diagnosedIn(await read(await desk.signedIn('riley'), [attempt!]));
  expect(diagnosed?.noLogs?.because).toBe('expired');
});

function cloudWatchLogs(): CloudWatchLogsClient {
  const { accessKeyId, secretAccessKey } = desk.session('riley').credentials;
  const credentials = { accessKeyId, secretAccessKey };
  return new CloudWatchLogsClient({ region: 'us-east-1', endpoint: desk.url, credentials });
}
