import { expect, test } from 'vitest';
import { foldSecrets } from './fold.ts';
import { previousOf } from './previous-of.ts';
import type { SecretRow } from './secret.ts';

const row: SecretRow = {
  arn: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:a-AbCdEf',
  name: 'a',
  region: 'us-east-1',
  tags: {},
  holders: { AWSCURRENT: 'v2', AWSPREVIOUS: 'v1' },
  rotation: { enabled: false },
};

// what it is, what is different of it, the version to go back to
test.each<[string, Partial<SecretRow>, string | undefined]>([
  ['an ordinary one', {}, 'v1'],
  ['a primary', { primaryRegion: 'us-east-1' }, 'v1'],
  ['one with a single version', { holders: { AWSCURRENT: 'v2' } }, undefined],
  ['one without AWSCURRENT', { holders: { AWSPREVIOUS: 'v1' } }, undefined],
  ['a replica without its primary', { primaryRegion: 'eu-west-1' }, undefined],
  ['one scheduled for deletion', { deleted: '2026-12-01T00:00:00.000Z' }, undefined],
  ['one of a service', { owningService: 'rds' }, undefined],
])('where a roll back of %s would lead', (_what, more, version) => {
  expect(previousOf(foldSecrets([{ ...row, ...more }])[0]!)).toBe(version);
});
