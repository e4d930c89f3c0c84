import { afterAll, beforeAll, expect, test } from 'vitest';
import { turn } from '@/lib/aws/pace';
import { type Desk, openDesk } from './console';
import { inventory } from './doors';
import { asked, linesOf, openReading } from './inventory-lines';
import { makeMany } from './secrets';

const CROWDED = 'us-east-1';
const FREE = 'eu-west-1';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  for (const region of [CROWDED, FREE]) await makeMany(desk.as('riley', region), 'paced', 3);
});
afterAll(() => desk.close());

test('where many of an account list one region, a reading waits for its turn there and nowhere else', async () => {
  // Two minutes of people are in the line before.
  const inLine = Array.from({ length: 10_000 }, () =>
    turn(`441200879921 ${CROWDED} ListSecrets`, 80, AbortSignal.abort()).catch(() => undefined),
  );
  await Promise.all(inLine);
  const riley = await desk.signedIn('riley');
  const reading = await openReading(riley, { regions: `${CROWDED},${FREE}` });
  const lines = [...(await reading.next()), ...(await reading.next())];
  expect(lines).toMatchObject([
    { kind: 'page', region: FREE },
    { kind: 'region-done', region: FREE },
  ]);
  // Somebody else of the account, where there is no line.
  const sam = await inventory(await desk.signedIn('sam'), { regions: FREE });
  expect(linesOf(sam, 'region-done')).toHaveLength(1);
  expect(await asked(desk, 'riley', CROWDED)).toBe(0);
  await reading.leave();
  expect(await asked(desk, 'riley', CROWDED)).toBe(0);
});
