import { expect } from 'vitest';
import type { TimelineLine } from '@/lib/contract/answers';
import type { SignedIn } from './console';
import { get } from './doors';

/** A secret's timeline, line by line in the order of arrival. */
export async function timeline(
  who: SignedIn,
  arn: string,
  more: { further?: '1'; until?: string; about?: 'replication' } = {},
): Promise<TimelineLine[]> {
  const response = await get(who, '/api/views/timeline', { scope: who.session.scope, arn, ...more });
  expect(response.status, 'the timeline was refused').toBe(200);
  const text = await response.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as TimelineLine);
}

/** What was found in the end: the last line of each way of looking. */
export function foundIn(lines: readonly TimelineLine[]) {
  const last = new Map<string, Extract<TimelineLine, { kind: 'found' }>>();
  for (const line of lines) if (line.kind === 'found') last.set(line.stream.name, line);
  const events = new Map([...last.values()].flatMap((line) => line.events).map((event) => [event.id, event]));
  return { streams: [...last.values()].map(({ stream }) => stream), events: [...events.values()] };
}
