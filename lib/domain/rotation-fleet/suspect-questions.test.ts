import { expect, test } from 'vitest';
import type { FleetSecret } from './fleet-secret.ts';
import { suspectQuestions } from './suspect-questions.ts';

const one = (name: string, region: string, since?: string): FleetSecret => ({
  secret: {
    ...{ key: name, name, primaryRegion: region, members: [] },
    shown: {
      ...{ arn: `arn:${name}`, name, region, tags: {}, holders: {}, kmsKeyId: `key-${region}` },
      rotation: { enabled: true, functionArn: `arn:aws:lambda:${region}:1:function:f` },
    },
  },
  state: { kind: 'gave-up', evidence: '.', ...(since ? { since } : {}) },
  attempts: [],
});

test('each region is asked about its own function and key, before its own first failure', () => {
  const secrets = [
    one('b', 'us-west-2', '2026-11-25T02:10:00.000Z'),
    one('a', 'us-east-1', '2026-11-25T02:06:00.000Z'),
    one('c', 'us-east-1', '2026-11-25T02:05:00.000Z'),
  ];
  expect(suspectQuestions({ secrets })).toEqual([
    {
      ...{ region: 'us-east-1', before: '2026-11-25T02:05:00.000Z', key: 'key-us-east-1' },
      functionArn: 'arn:aws:lambda:us-east-1:1:function:f',
      arns: ['arn:a', 'arn:c'],
    },
    {
      ...{ region: 'us-west-2', before: '2026-11-25T02:10:00.000Z', key: 'key-us-west-2' },
      functionArn: 'arn:aws:lambda:us-west-2:1:function:f',
      arns: ['arn:b'],
    },
  ]);
});

test('where no date of its own is known the group’s counts, and without one nothing is asked', () => {
  const secrets = [one('a', 'us-east-1')];
  expect(suspectQuestions({ secrets, first: '2026-11-25T02:06:00.000Z' })[0]?.before).toBe(
    '2026-11-25T02:06:00.000Z',
  );
  expect(suspectQuestions({ secrets })).toEqual([]);
});
