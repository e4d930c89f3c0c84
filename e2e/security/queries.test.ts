import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from '../routes/console';
import { get } from '../routes/doors';
import { invalid, MARKER, REGIONS, text } from './hostile';

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/payments-Ab12Cd';
const SCOPE = '441200879921.riley';

let desk: Desk;
let riley: SignedIn;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());
beforeEach(() => desk.forgetCalls());
afterEach(async () => expect(await desk.calls()).toEqual([]));

describe('an attacker who asks for the inventory', () => {
  const ask = (query: Record<string, string> | string) => get(riley, '/api/views/inventory', query);

  test.each(REGIONS.filter((region) => region !== 'us-east-1,eu-west-1'))(
    'of %j is refused',
    async (region) => {
      expect((await invalid(await ask({ scope: SCOPE, regions: region })))[0]?.path).toMatch(/^regions/);
      await invalid(await ask({ scope: SCOPE, regions: `us-east-1,${region}` }));
    },
  );

  test('of more regions than there are is refused', async () => {
    const regions = Array.from({ length: 41 }, () => 'us-east-1').join(',');
    await invalid(await ask({ scope: SCOPE, regions }));
    await invalid(await ask({ scope: SCOPE, regions: ',,,,' }));
  });

  test.each([
    `scope=${SCOPE}&scope=${SCOPE}`,
    `scope=${SCOPE}&scope=441200879921.sam`,
    `scope=${SCOPE}&regions=us-east-1&regions=${MARKER}`,
    `scope=${SCOPE}&${MARKER}=1`,
    `scope=${SCOPE}&__proto__=1`,
    `scope=${SCOPE}&constructor=1`,
    `scope=${SCOPE}&regions[]=us-east-1`,
    `scope[]=${SCOPE}`,
    `scope=${SCOPE}&=`,
    `SCOPE=${SCOPE}`,
    `scope=%ff%fe`,
    `scope=%E0%A4%A`,
    `scope=${SCOPE}%00`,
    '',
  ])('with ?%s is refused', async (query) => {
    await invalid(await ask(query));
  });
});

describe.each(['/api/views/secret', '/api/views/timeline'] as const)('an attacker who asks %s', (view) => {
  const ask = (arn: string) => get(riley, view, { scope: SCOPE, arn });

  test.each([
    'prod/payments',
    ARN.slice(0, -7),
    ARN.replace('us-east-1', 'evil.example.com#'),
    ARN.replace('us-east-1', 'evil'),
    ARN.replace('us-east-1', '-'),
    ARN.replace('us-east-1', ''),
    ARN.replace('secretsmanager', 'iam'),
    ARN.replace('arn:aws', 'arn:evil'),
    ARN.replace('prod', 'pr od'),
    ARN.replace('prod', 'prod\u0000'),
    ARN.replace('prod', 'prod\n'),
    `${ARN}\n`,
    ` ${ARN}`,
    `${ARN},${ARN}`,
    ARN.replace('prod', 'p'.repeat(3_000)),
    MARKER,
  ])('of %j is refused', async (arn) => {
    expect((await invalid(await ask(arn)))[0]?.path).toBe('arn');
  });

  test('by any text is refused', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (arn) => void (await invalid(await ask(arn)))),
      { numRuns: 200 },
    );
  });
});

test.each(['further=2', 'further=', 'further=1&further=1', `further=${MARKER}`, 'pages=9', 'token=x'])(
  'an attacker who asks a timeline for %s is refused',
  async (more) => {
    await invalid(
      await get(riley, '/api/views/timeline', `scope=${SCOPE}&arn=${encodeURIComponent(ARN)}&${more}`),
    );
  },
);
