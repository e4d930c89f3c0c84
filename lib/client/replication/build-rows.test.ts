import { expect, test } from 'vitest';
import { foldSecrets } from '@/lib/domain/fold';
import type { SecretRow } from '@/lib/domain/secret';
import { buildRow, sameNames } from './build-rows';
import { createReader, type Reading } from './reader';

const listed = (account: string, region: string, suffix: string, primaryRegion?: string): SecretRow => ({
  ...{ arn: `arn:aws:secretsmanager:${region}:${account}:secret:prod/db-${suffix}`, name: 'prod/db', region },
  ...{ tags: {}, holders: { AWSCURRENT: 'v1' }, rotation: { enabled: false } },
  ...(primaryRegion ? { primaryRegion } : {}),
});
const home = '111122223333';
const regions = ['us-east-1', 'eu-west-1'];

// Two secrets of one name: whether the second stands in the way of a replica of the first.
test.each([
  ['in another account', '444455556666', 'none'],
  ['in the same account', home, 'twin'],
])('a secret of the same name %s is no twin unless AWS would refuse its name', (_where, account, state) => {
  const secrets = foldSecrets([
    listed(home, 'us-east-1', 'aaaaaa', 'us-east-1'),
    listed(account, 'eu-west-1', 'bbbbbb'),
  ]);
  const secret = secrets.find(({ primaryRegion }) => primaryRegion === 'us-east-1')!;
  const reader = createReader(`${home}.riley`);
  const at = '2026-11-25T03:00:00.000Z';
  const seen = { holders: { AWSCURRENT: 'v1' }, replicas: [], protected: false, at };
  (reader.readings as Map<string, Reading>).set(secret.key, { seen });
  const none = new Set<string>();
  const around = { regions, listing: none, closed: none, rules: [], twins: sameNames(secrets) };
  expect(buildRow(secret, reader, around).row.cells[1]).toMatchObject({ region: 'eu-west-1', state });
});
