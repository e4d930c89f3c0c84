import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRollback } from './rollback.ts';
import { holderOf, type SecretVersion } from './version.ts';

// Any secret: each label on at most one version, AWSCURRENT on one of them, every version known to hold a value.
const secret = fc
  .record({
    count: fc.integer({ min: 2, max: 6 }),
    places: fc.dictionary(
      fc.oneof(
        fc.constantFrom('AWSPREVIOUS', 'AWSPENDING', 'keep', '__proto__'),
        fc.string({ maxLength: 4 }),
      ),
      fc.nat(),
      { maxKeys: 6 },
    ),
    current: fc.nat(),
    target: fc.nat(),
  })
  .map(({ count, places, current, target }) => {
    const all = [
      ...Object.entries(places).filter(([label]) => label !== 'AWSCURRENT'),
      ['AWSCURRENT', current],
    ];
    const versions = Array.from(
      { length: count },
      (_, at): SecretVersion => ({
        id: `v${at}`,
        labels: all.flatMap(([label, place]) => (Number(place) % count === at ? [String(label)] : [])),
        lastAccessed: '2026-11-18',
      }),
    );
    const from = current % count;
    return { versions, from: `v${from}`, to: `v${(from + 1 + (target % (count - 1))) % count}` };
  });

const places = (versions: readonly SecretVersion[]) =>
  new Map(versions.flatMap(({ id, labels }) => labels.map((label) => [label, id] as const)));

test('after the moves each label is on one version, AWSCURRENT on the target, AWSPREVIOUS on the version it left', () => {
  fc.assert(
    fc.property(secret, ({ versions, from, to }) => {
      const plan = planRollback({ versions, target: to });
      if (!plan.possible) return expect.unreachable(plan.because);
      const after = places(versions);
      for (const move of plan.moves) {
        expect(after.get(move.label) ?? null, 'a move names where the label is').toBe(move.from);
        if (move.to === null) after.delete(move.label);
        else after.set(move.label, move.to);
      }
      expect([plan.from, plan.to]).toEqual([from, to]);
      expect(after.get('AWSCURRENT')).toBe(to);
      expect(after.get('AWSPREVIOUS')).toBe(from);
      // Labels of the operator, and AWSPENDING, are where they were.
      for (const [label, id] of places(versions)) {
        if (!['AWSCURRENT', 'AWSPREVIOUS'].includes(label)) expect(after.get(label)).toBe(id);
      }
      // What the review says stays is what stays, once.
      expect(new Set(plan.stays.map(({ label }) => label)).size).toBe(plan.stays.length);
      for (const { label, on } of plan.stays) expect(after.get(label)).toBe(on);
      const moved = new Set(plan.moves.map(({ label }) => label));
      const involved = [from, to, holderOf(versions, 'AWSPREVIOUS')?.id];
      for (const [label, id] of after) {
        if (involved.includes(id) && !moved.has(label)) expect(plan.stays).toContainEqual({ label, on: id });
      }
      // The versions that lose their last label are named.
      const bare = versions.filter(
        ({ id, labels }) => labels.length > 0 && ![...after.values()].includes(id),
      );
      expect(plan.unlabelled).toEqual(bare.map(({ id }) => id));
    }),
    { numRuns: 500 },
  );
});

test('no metadata makes the plan throw', () => {
  const anything = fc.record(
    {
      versions: fc.array(fc.record({ id: fc.string(), labels: fc.array(fc.string()) })),
      target: fc.string(),
      replica: fc.boolean(),
      deleted: fc.string(),
      owningService: fc.string(),
      rotationEnabled: fc.boolean(),
    },
    { requiredKeys: ['versions', 'target'] },
  );
  fc.assert(fc.property(anything, (facts) => typeof planRollback(facts).possible === 'boolean'));
});
