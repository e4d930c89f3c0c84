import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from './console';
import { post } from './doors';
import { labelsOf, makeSecret } from './secrets';

const ROUNDS = 26;
const AT_ONCE = 50;
const NOWHERE = 'no version';

let desk: Desk;
let people: SignedIn[];

beforeAll(async () => {
  desk = await openDesk({ quotas: false });
  people = await Promise.all(['riley', 'noor'].map((name) => desk.signedIn(name)));
});
afterAll(() => desk.close());

/** What somebody wants of a label: where they take it to be, and where it shall go. */
interface Wish {
  readonly who: number;
  readonly label: string;
  readonly to: number | null;
  /** Whether they look first, or act on what was so before the round. */
  readonly stale: boolean;
}

const wish = fc.record<Wish>({
  who: fc.nat({ max: 1 }),
  label: fc.constantFrom('AWSCURRENT', 'AWSPENDING', 'blue', 'green'),
  to: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
  stale: fc.boolean(),
});

test('after a thousand random label changes at once every one that was granted is accounted for', async () => {
  const client = desk.as('riley');
  const { arn, versions } = await makeSecret(client, 'prod/raced', 6);
  const before = await labelsOf(client, arn);
  const granted: { label: string; from: string; to: string }[] = [];
  let refused = 0;
  let skipped = 0;
  const skip = () => {
    skipped += 1;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const seen = await labelsOf(client, arn);
    const adders = new Set<string>();
    const wishes = fc.sample(wish, { numRuns: AT_ONCE, seed: 7_000 + round });
    await Promise.all(
      wishes.map(async ({ who, label, to, stale }) => {
        const known = stale ? seen : await labelsOf(client, arn);
        const from = known[label];
        const target = to === null ? undefined : versions[to];
        // Adding names no version to compare with, so two who add the same would both be granted: one may per round.
        if (!from && (adders.has(label) || !target)) return skip();
        if (!from) adders.add(label);
        const input = {
          SecretId: arn,
          VersionStage: label,
          ...(from ? { RemoveFromVersionId: from } : {}),
          ...(target ? { MoveToVersionId: target } : {}),
        };
        const { status } = await post(people[who]!, input);
        if (status !== 200) refused += 1;
        else granted.push({ label, from: from ?? NOWHERE, to: target ?? NOWHERE });
      }),
    );
  }
  expect(granted.length + refused + skipped).toBe(ROUNDS * AT_ONCE);
  expect(granted.length + refused).toBeGreaterThanOrEqual(1_000);
  expect(refused).toBeGreaterThan(0);
  const after = await labelsOf(client, arn);
  for (const label of ['AWSCURRENT', 'AWSPENDING', 'blue', 'green']) {
    const moves = granted.filter((move) => move.label === label && move.from !== move.to);
    expect(moves.length, `${label} moved`).toBeGreaterThan(0);
    // One way through all moves leads from where the label was to where it is: none was lost, none was done twice.
    const balance = new Map<string, number>();
    const add = (place: string, by: number) => balance.set(place, (balance.get(place) ?? 0) + by);
    for (const { from, to } of moves) {
      add(from, 1);
      add(to, -1);
    }
    add(before[label] ?? NOWHERE, -1);
    add(after[label] ?? NOWHERE, 1);
    expect(
      [...balance.values()].every((left) => left === 0),
      label,
    ).toBe(true);
  }
}, 60_000);
