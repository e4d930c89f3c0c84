import { expect, test } from 'vitest';
import type { FleetGroup } from './group-fleet.ts';
import { splitSnoozed } from './split-snoozed.ts';

const NOW = Date.parse('2026-11-25T12:00:00.000Z');
const group = (id: string, secrets: number): FleetGroup => ({
  ...{ id, bases: [id], tab: 'open', state: 'gave-up', functions: [], regions: [], failures: 0, history: [] },
  secrets: Array.from({ length: secrets }),
});

// what, how many secrets it concerns now, what was put aside, whether it is asleep
test.each<[string, number, { id: string; until: string; secrets: number }, boolean]>([
  ['until then', 2, { id: 'a', until: '2026-11-25T13:00:00.000Z', secrets: 2 }, true],
  ['some of it is mended', 1, { id: 'a', until: '2026-11-25T13:00:00.000Z', secrets: 2 }, true],
  ['it has become more', 3, { id: 'a', until: '2026-11-25T13:00:00.000Z', secrets: 2 }, false],
  ['it is over', 2, { id: 'a', until: '2026-11-25T11:59:00.000Z', secrets: 2 }, false],
  ['another is', 2, { id: 'b', until: '2026-11-25T13:00:00.000Z', secrets: 2 }, false],
  ['what was kept is broken', 2, { id: 'a', until: 'soon', secrets: 2 }, false],
])('a snoozed group: %s', (_, secrets, aside, asleep) => {
  const split = splitSnoozed([group('a', secrets)], [aside], NOW);
  expect([split.awake.length, split.asleep.length]).toEqual(asleep ? [0, 1] : [1, 0]);
});
