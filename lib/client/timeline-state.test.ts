import { expect, test } from 'vitest';
import type { TimelineLine } from '@/lib/contract/answers';
import { problemOf } from '@/lib/contract/problem';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import { gathered, nothingFound, readingOn, reduceTimeline } from './timeline-state';

const event = (id: string, more: Partial<SecretEvent> = {}): SecretEvent => ({
  id,
  name: 'UpdateSecretVersionStage',
  at: '2026-11-19T03:43:00.000Z',
  actor: { kind: 'person', name: 'riley' },
  tool: { kind: 'keyturn', name: 'Keyturn' },
  effect: { kind: 'label-moved', label: 'AWSCURRENT', from: 'a', to: 'b' },
  ...more,
});
const found = (name: string, ...events: SecretEvent[]): TimelineLine => ({
  kind: 'found',
  stream: { name, from: '2026-11-18T00:00:00Z', to: '2026-11-19T04:00:00Z', complete: false, pages: 1 },
  events,
});
const after = (...lines: TimelineLine[]) => lines.reduce(reduceTimeline, nothingFound);

test('what one way of looking finds replaces what it found before, and an event found twice is one', () => {
  const state = after(
    found('PutSecretValue', event('1')),
    found('resource', event('1'), event('2')),
    found('PutSecretValue', event('1'), event('3')),
  );
  const { events, searched } = gathered(state);
  expect(events.map(({ id }) => id).sort()).toEqual(['1', '2', '3']);
  expect(searched.streams.map(({ name }) => name)).toEqual(['resource', 'PutSecretValue']);
});

test.each([
  ['access-denied', 'denied'],
  ['throttled', 'throttled'],
  ['aws-unavailable', 'failed'],
] as const)('%s leaves what was found, and says %s', (code, stopped) => {
  const state = after(
    found('PutSecretValue', event('1')),
    { kind: 'stopped', problem: problemOf(code) },
    { kind: 'end', more: true },
  );
  expect(state).toMatchObject({ ended: true, more: true, problem: { code } });
  expect(gathered(state)).toMatchObject({ events: [{ id: '1' }], searched: { stopped } });
  expect(readingOn(state)).toMatchObject({ ended: false, problem: undefined });
});
