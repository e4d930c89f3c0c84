import { expect, test } from 'vitest';
import { heldAt } from './held-at.ts';
import type { Interval, Timeline } from './timeline.ts';

const part = (from: number, to: number, versionId: string | null, certainty: Interval['certainty']) => ({
  from,
  to,
  versionId,
  certainty,
});
const timeline = {
  from: 0,
  to: 500,
  lanes: [
    {
      label: 'AWSCURRENT',
      intervals: [
        part(0, 100, null, 'unknown'),
        part(100, 200, 'aged-out', 'known'),
        part(200, 300, null, 'known'),
        part(300, 400, 'old', 'known'),
        part(400, 500, 'new', 'known'),
      ],
    },
  ],
} as unknown as Timeline;
const versions = [
  { id: 'old', labels: ['AWSPREVIOUS'] },
  { id: 'new', labels: ['AWSCURRENT'] },
];

test.each([
  [undefined, 'Choose a moment on the timeline first'],
  [50, 'It is not known what was in force then'],
  [150, 'AWS no longer keeps that version'],
  [250, 'No version was in force then'],
  [501, 'That moment is later than the last reading'],
  [450, 'The same version is in force now'],
])('at %s nothing can be compared: %s', (at, reason) => {
  expect(heldAt(timeline, versions, at)).toEqual({ reason });
});

test('a version of the past that AWS still keeps can be compared with the one in force', () => {
  expect(heldAt(timeline, versions, 350)).toEqual({ version: 'old' });
});

test('without a version in force there is nothing to compare with', () => {
  expect(heldAt(timeline, [{ id: 'old', labels: [] }], 350)).toEqual({
    reason: 'No version is in force now',
  });
});
