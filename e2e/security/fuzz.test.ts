import { Agent, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Built, startBuilt } from './built';
import { doors } from './every-door';
import { json, MARKER, REGIONS, text } from './hostile';

/** So many requests that nobody thought of, each of them bad in its own way. */
const REQUESTS = 10_000;
const AT_ONCE = 24;

let built: Built;
beforeAll(async () => {
  built = await startBuilt({}, { world: 'demo' });
}, 60_000);
afterAll(() => built.stop());

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
afterAll(() => agent.destroy());

const scope = '441200879921.riley';
const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/payments-Ab12Cd';
const written = text.map((one) => encodeURIComponent(one.replace(/\p{Surrogate}/gu, '')));
const region = fc.oneof(
  fc.constant('us-east-1'),
  // An empty part is tidied away by the framework, which leads to the same path with one slash less.
  fc.constantFrom(...REGIONS.filter((one) => one !== '')).map(encodeURIComponent),
  written,
);
const operation = fc.oneof(
  fc.constantFrom(
    'DescribeSecret',
    'PutSecretValue',
    'UpdateSecretVersionStage',
    'GetSecretValue',
    '__proto__',
  ),
  written,
);

/** Steps of signing in, whichever way: each is sent to each door that takes steps. */
const STEPS = [
  ...['begin', 'depart', 'poll', 'accounts', 'roles', 'cancel', 'more-accounts', 'more-roles'],
  ...['keys', 'sandbox', 'center', 'company', 'company-provider', 'role', 'profile'],
  ...['session', 'csrf', 'providers', 'signout', 'error', '_log', 'verify-request'],
];
/** What goes on to a page instead of refusing: next-auth's own routes, and whoever comes back from elsewhere. */
const LEADS_ON = /^\/(api\/auth\/|oauth\/callback)|\/(cancel|poll)\?/;

/** A door with something wrong in its path, its query or its body; what is right in one is wrong in another. */
const path = fc.oneof(
  fc
    .tuple(fc.oneof(fc.constant(scope), written), region, operation)
    .map((parts) => `/api/secretsmanager/${parts.join('/')}`),
  fc
    .tuple(
      fc.constantFrom(...doors.map((door) => door.path)),
      fc.array(
        fc.tuple(fc.constantFrom('scope', 'arn', 'regions', 'further', '__proto__', 'launch'), written),
        { maxLength: 3 },
      ),
    )
    .map(([door, query]) => `${door}?bad=${MARKER}&${query.map((pair) => pair.join('=')).join('&')}`),
  fc.tuple(fc.constantFrom('/api/auth', '/api', '/api/views'), written).map((parts) => parts.join('/')),
  fc
    .tuple(
      fc.constantFrom('identity-center', 'company-sso', 'auth/callback', 'auth/signin', 'auth'),
      fc.oneof(fc.constantFrom(...STEPS), written),
    )
    .map(([door, step]) => `/api/${door}/${step}?bad=${MARKER}`),
  written.map((code) => `/oauth/callback?code=${code}&state=${MARKER}&error=${code}`),
);

const body = fc.oneof(
  json,
  json.map((input) => `{"input":${input},"scope":"${scope}"}`),
  json.map((more) => `{"input":{"SecretId":"${ARN}","SecretString":"${MARKER}","x":${more}}}`),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.integer({ min: 1, max: 3_000 }).map((depth) => '[{"a":'.repeat(depth)),
  fc.integer({ min: 1, max: 40 }).map((times) => `{"scope":"${MARKER.repeat(times * 50)}"}`),
);

const bad = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'HEAD', 'TRACE', 'PROPFIND'),
  path,
  body,
  type: fc.constantFrom(
    'application/json',
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    MARKER,
  ),
  signedIn: fc.boolean(),
  header: fc.constantFrom('x-keyturn-sign-in', 'x-nonce', 'accept-language', 'next-action', 'rsc'),
});

interface Said {
  readonly status: number;
  readonly all: string;
}

async function send(
  one: typeof bad extends fc.Arbitrary<infer T> ? T : never,
  cookie: string,
): Promise<Said> {
  const { host } = new URL(built.origin);
  const headers = {
    host,
    origin: built.origin,
    'content-type': one.type,
    [one.header]: MARKER,
    ...(one.signedIn ? { cookie } : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: built.port, agent, method: one.method, path: one.path, headers },
      (answer) =>
        void textOf(answer).then(
          (said) =>
            resolve({ status: answer.statusCode ?? 0, all: `${answer.rawHeaders.join(' ')} ${said}` }),
          reject,
        ),
    );
    asked.once('error', reject);
    asked.end(['GET', 'HEAD', 'TRACE'].includes(one.method) ? undefined : one.body);
  });
}

test(`${REQUESTS.toLocaleString('en')} bad requests, none of which breaks anything or is repeated`, async () => {
  const session = built.session('riley');
  const { cookie = '' } = await built.asPage(session);
  const seed = Date.now() % 2 ** 31;
  const requests = fc.sample(bad, { numRuns: REQUESTS, seed });
  await built.control('calls', 'DELETE');
  const broken: string[] = [];
  const statuses = new Map<number, number>();
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < requests.length; at = next++) {
      const one = requests[at]!;
      const said = await send(one, cookie);
      statuses.set(said.status, (statuses.get(said.status) ?? 0) + 1);
      const taken = said.status < 400 && !LEADS_ON.test(one.path);
      if (said.status >= 500 || taken || said.all.includes(MARKER))
        broken.push(`${said.status} ${JSON.stringify(one)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(broken.slice(0, 5), `seed ${seed}`).toEqual([]);
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS);
  // Nothing of it went on to AWS or into the logs, and the console goes on as if nothing had been.
  expect(await built.control('calls')).toEqual([]);
  const { out, err } = built.output();
  for (const unsaid of [
    MARKER,
    session.credentials.accessKeyId,
    session.credentials.secretAccessKey,
    session.sid,
  ]) {
    expect(out + err).not.toContain(unsaid);
  }
  const { status } = await built.send(`/api/views/spent?scope=${session.scope}`, {
    headers: await built.asPage(session),
  });
  expect(status).toBe(200);
}, 240_000);

test('ten megabytes are not read to their end', async () => {
  const session = built.session('riley');
  const headers = { ...(await built.asPage(session)), 'content-type': 'application/json' };
  for (const path of [
    '/api/views/reveal',
    '/api/auth/callback/keys',
    `/api/secretsmanager/${scope}/us-east-1/PutSecretValue`,
  ]) {
    const { status, text: said } = await built
      .send(path, { method: 'POST', headers, body: `{"a":"${MARKER.repeat(600_000)}"}` })
      // Cut off while sending is as good an answer.
      .catch(() => ({ status: 413, text: '' }));
    expect([413, 422], path).toContain(status);
    expect(said).not.toContain(MARKER);
  }
});
