import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './console';
import { moveLabel, reading } from './doors';
import { labelsOf, makeSecret } from './secrets';

const ROUNDS = 5;
const AT_ONCE = 200;

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('of two hundred rollbacks at once, each naming the version seen, exactly one happens', async () => {
  const { arn, versions } = await makeSecret(desk.as('riley'), 'prod/contended', 12);
  const people = await Promise.all(['riley', 'dana', 'noor'].map((name) => desk.signedIn(name)));
  for (let round = 0; round < ROUNDS; round += 1) {
    const seen = (await reading(people[0]!, arn)).secret?.holders.AWSCURRENT ?? '';
    const targets = versions.filter((id) => id !== seen);
    await desk.forgetCalls();
    desk.takeAudit();

    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, at) => {
        const to = targets[at % targets.length]!;
        const response = await moveLabel(people[at % people.length]!, arn, { from: seen, to });
        return { to, status: response.status, body: await response.json() };
      }),
    );

    expect(answers).toHaveLength(AT_ONCE);
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const losers = answers.filter(({ status, body }) => status === 409 && body.code === 'label-moved');
    expect(losers).toHaveLength(AT_ONCE - 1);
    expect(await labelsOf(desk.as('riley'), arn)).toEqual({ AWSCURRENT: winners[0]?.to, AWSPREVIOUS: seen });
    // Each was sent to AWS once, and each left its line.
    expect(await desk.count('UpdateSecretVersionStage')).toBe(AT_ONCE);
    const outcomes = desk.takeAudit().map((line) => JSON.parse(line).outcome as string);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'label-moved')).toHaveLength(AT_ONCE - 1);
  }
}, 60_000);
