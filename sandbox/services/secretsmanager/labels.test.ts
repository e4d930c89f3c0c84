import { expect, test } from 'vitest';
import { labelMap } from './labels.ts';
import type { Version, Versions } from './state.ts';
import { type LabelMove, moveLabel } from './update-secret-version-stage.ts';

const DATE = new Date('2026-11-19T00:00:00Z');

function versions(labels: { [id: string]: readonly string[] }): Versions {
  return new Map(
    Object.entries(labels).map(([id, own]): [string, Version] => [
      id,
      { id, createdDate: DATE, labels: own, value: { SecretString: id } },
    ]),
  );
}

const world = { a: ['AWSPREVIOUS'], b: ['AWSCURRENT', 'keep'], c: [] };
const move = (label: string, from?: string, to?: string): LabelMove => ({ label, from, to });

test.each<[string, LabelMove, object]>([
  [
    'AWSCURRENT moves, AWSPREVIOUS follows it',
    move('AWSCURRENT', 'b', 'c'),
    { b: ['keep', 'AWSPREVIOUS'], c: ['AWSCURRENT'] },
  ],
  [
    'back to the previous version: the two swap',
    move('AWSCURRENT', 'b', 'a'),
    { a: ['AWSCURRENT'], b: ['keep', 'AWSPREVIOUS'] },
  ],
  [
    'AWSCURRENT onto its own version changes nothing',
    move('AWSCURRENT', 'b', 'b'),
    { a: ['AWSPREVIOUS'], b: ['AWSCURRENT', 'keep'] },
  ],
  [
    'the same without naming the holder',
    move('AWSCURRENT', undefined, 'b'),
    { a: ['AWSPREVIOUS'], b: ['AWSCURRENT', 'keep'] },
  ],
  ['a custom label moves alone', move('keep', 'b', 'a'), { a: ['AWSPREVIOUS', 'keep'], b: ['AWSCURRENT'] }],
  ['a custom label is removed', move('keep', 'b'), { a: ['AWSPREVIOUS'], b: ['AWSCURRENT'] }],
  [
    'a new label is attached, also to a version without any',
    move('known-good', undefined, 'c'),
    { a: ['AWSPREVIOUS'], b: ['AWSCURRENT', 'keep'], c: ['known-good'] },
  ],
])('%s', (_, wanted, expected) => {
  expect(labelMap(moveLabel(versions(world), wanted))).toEqual(expected);
});

test.each<[string, LabelMove, string]>([
  [
    'the holder is not named',
    move('AWSCURRENT', undefined, 'c'),
    "The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version b, so you must explicitly reference that version in RemoveFromVersionId.",
  ],
  [
    'another version is named as holder',
    move('AWSCURRENT', 'a', 'c'),
    'When you move staging label AWSCURRENT, if you specify RemoveFromVersionId, it must be set to the version that currently has the staging label AWSCURRENT.',
  ],
  [
    'a stale holder, though the target already has the label',
    move('AWSCURRENT', 'a', 'b'),
    'When you move staging label AWSCURRENT, if you specify RemoveFromVersionId, it must be set to the version that currently has the staging label AWSCURRENT.',
  ],
  [
    'a label nobody holds is taken from a version',
    move('gone', 'a'),
    'When you move staging label gone, if you specify RemoveFromVersionId, it must be set to the version that currently has the staging label gone.',
  ],
  [
    'AWSCURRENT is removed',
    move('AWSCURRENT', 'b'),
    'You can only move staging label AWSCURRENT to a different secret version. It can’t be completely removed.',
  ],
  ['the target is unknown', move('AWSCURRENT', 'b', 'nowhere'), 'Not a valid version: nowhere'],
  ['neither side is given', move('keep'), 'You must specify either RemoveFromVersionId or MoveToVersionId.'],
])('refused when %s', (_, wanted, message) => {
  expect(() => moveLabel(versions(world), wanted)).toThrowError(
    expect.objectContaining({ code: 'InvalidParameterException', message }),
  );
});

test('the twenty-first label of a secret is one too many, on whichever version', () => {
  const many = Array.from({ length: 18 }, (_, at) => `keep-${at}`);
  const full = versions({ a: ['AWSPREVIOUS', ...many], b: ['AWSCURRENT'], c: [] });
  expect(() => moveLabel(full, move('one-more', undefined, 'c'))).toThrowError(
    expect.objectContaining({ code: 'LimitExceededException' }),
  );
  expect(moveLabel(full, move('AWSCURRENT', 'b', 'c')).get('c')?.labels).toEqual(['AWSCURRENT']);
});
