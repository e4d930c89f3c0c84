import { expect, test } from 'vitest';
import { createLogsState, groupsIn } from './state.ts';
import { writeLines } from './write.ts';

const DAY = 86_400_000;
const place = { account: '441200879921', region: 'us-east-1', logGroupName: '/aws/lambda/rotate' };

test('what its retention has ended is forgotten when a stream begins, and so are streams nothing is left of', () => {
  const state = createLogsState();
  const write = (logStreamName: string, at: number) =>
    writeLines(state, { ...place, logStreamName }, [{ timestamp: at, message: 'said' }], new Date(at));
  write('first', DAY);
  const group = groupsIn(state, place.account, place.region).get(place.logGroupName)!;
  group.retentionInDays = 30;
  write('second', 20 * DAY);
  expect([...group.streams.keys()]).toEqual(['first', 'second']);
  write('third', 40 * DAY);
  expect([...group.streams.keys()]).toEqual(['second', 'third']);
});
