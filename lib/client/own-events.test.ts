import { expect, test } from 'vitest';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import { withOwnEvents } from './own-events';

const event = (id: string, more: Partial<SecretEvent> = {}): SecretEvent => ({
  id,
  name: 'UpdateSecretVersionStage',
  at: '2026-11-19T03:43:00.000Z',
  actor: { kind: 'person', name: 'riley' },
  tool: { kind: 'keyturn', name: 'Keyturn' },
  effect: { kind: 'label-moved', label: 'AWSCURRENT', from: 'a', to: 'b' },
  ...more,
});
const own = (more: Partial<SecretEvent> = {}) =>
  event('own', { undelivered: true, requestId: 'r-1', ...more });
const put = { name: 'PutSecretValue', effect: { kind: 'value-put', version: 'c' } } as const;
const lost: Partial<SecretEvent> = { requestId: undefined as never };

// what CloudTrail has delivered, what was done here, the ids that are told
test.each<[string, SecretEvent[], SecretEvent[], string[]]>([
  ['nothing done', [event('1')], [], ['1']],
  ['not delivered', [event('1', { requestId: 'r-2' })], [own()], ['own', '1']],
  ['delivered', [event('1', { requestId: 'r-1' })], [own()], ['1']],
  ['a put, delivered', [event('1', { ...put, requestId: 'r-1' })], [own(put)], ['1']],
  ['a lost answer, delivered', [event('1')], [own(lost)], ['1']],
  ['a lost put, delivered', [event('1', put)], [own({ ...put, ...lost })], ['1']],
  ['a lost answer, and a put of another', [event('1', put)], [own(lost)], ['own', '1']],
  [
    'a lost answer, and the same an hour before',
    [event('1', { at: '2026-11-19T02:43:00.000Z' })],
    [own(lost)],
    ['own', '1'],
  ],
  [
    'a move and its undo, one delivered',
    [event('1', { requestId: 'r-1' })],
    [own(), own({ id: 'undo', requestId: 'r-3' })],
    ['undo', '1'],
  ],
])('%s', (_what, delivered, done, ids) => {
  expect(withOwnEvents(delivered, done).map(({ id }) => id)).toEqual(ids);
});
