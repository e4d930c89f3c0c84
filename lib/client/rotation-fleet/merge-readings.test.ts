import { expect, test } from 'vitest';
import { problemOf } from '@/lib/contract/problem';
import type { FleetSecret, FleetStateKind } from '@/lib/domain/rotation-fleet/fleet-secret';
import { type FleetGroup, groupFleet } from '@/lib/domain/rotation-fleet/group-fleet';
import { accountOfGroup, findPlaced, placedId } from '@/lib/domain/rotation-fleet/placed-group';
import type { RegionProgress } from '../inventory-state';
import { nothingTold, type RegionTold, reduceTold } from './fleet-reading';
import { type AccountReading, accountProblem, isReading, mergeReadings, regionsOf } from './merge-readings';

const [OURS, THEIRS] = ['441200879921', '602733145908'];
const denied = problemOf('access-denied');
const problemIn = () => problemOf('scope-ended');

const secret = (
  account: string,
  name: string,
  kind: FleetStateKind,
  functionName = 'rotate',
): FleetSecret => ({
  secret: {
    ...{ key: `arn:aws:secretsmanager:us-east-1:${account}:secret:${name}`, name, members: [] },
    primaryRegion: 'us-east-1',
    shown: {
      ...{ arn: name, name, region: 'us-east-1', tags: {}, holders: {} },
      rotation: {
        enabled: true,
        functionArn: `arn:aws:lambda:us-east-1:${account}:function:${functionName}`,
      },
    },
  },
  state: { kind, evidence: '', since: '2026-11-25T00:00:00.000Z' },
  attempts: [],
});

const failedTold = (region: string): RegionTold =>
  reduceTold(nothingTold(region), { kind: 'region-failed', region, problem: denied });
const listed = (state: RegionProgress['state']): RegionProgress => ({
  ...{ region: 'us-east-1', state, pages: [] },
  ...(state === 'failed' ? { problem: denied } : {}),
});

const reading = (account: string, fleet: readonly FleetSecret[], more: Partial<AccountReading> = {}) => ({
  ...{ account, fleet, groups: groupFleet(fleet), error: null, told: [], resolved: [], unlisted: [] },
  ...{ state: { regions: [listed('done')], ended: true }, telling: false, reading: false, blind: false },
  ...more,
});
const names = (groups: readonly FleetGroup[]) =>
  groups.map((one) => `${accountOfGroup(one)} ${one.secrets.map(({ secret: { name } }) => name).join(' ')}`);

const ours = reading(OURS, [secret(OURS, 'a', 'gave-up'), secret(OURS, 'b', 'overdue')]);
const theirs = reading(THEIRS, [secret(THEIRS, 'a', 'gave-up'), secret(THEIRS, 'c', 'gave-up')]);

test('groups of all accounts are one list by what they concern, and none is of two accounts', () => {
  const { groups, fleet, reading: under, blind } = mergeReadings([ours, theirs], true);
  expect(names(groups)).toEqual([`${THEIRS} a c`, `${OURS} a`, `${OURS} b`]);
  expect(fleet).toHaveLength(4);
  expect({ under, blind }).toEqual({ under: false, blind: false });
  // The same function fails alike in both: each group has an id of its own beside the fingerprint they share.
  const [first, second] = groups;
  expect(first?.id).toBe(second?.id);
  expect(new Set(groups.map(placedId)).size).toBe(3);
});

test('an address finds its group by account; one without is of the account the page works in', () => {
  const { groups } = mergeReadings([ours, theirs], true);
  const bare = groups[0]!.id;
  const found = (asked: string | null, account: string) => {
    const group = findPlaced(groups, asked, account);
    return group && accountOfGroup(group);
  };
  expect(found(placedId(groups[0]!), OURS)).toBe(THEIRS);
  expect(found(placedId(groups[1]!), THEIRS)).toBe(OURS);
  expect(found(bare, OURS)).toBe(OURS);
  expect(found(bare, THEIRS)).toBe(THEIRS);
  expect(found(bare, '999999999999')).toBeUndefined();
  expect(found(null, OURS)).toBeUndefined();
});

test('regions are called with their account where there are several, and taken apart again', () => {
  const gap = { regions: ['eu-west-1'], problem: denied };
  const parts = [
    reading(OURS, [], { told: [nothingTold('us-east-1')] }),
    reading(THEIRS, [], { told: [nothingTold('us-east-1')], unlisted: [gap], blind: true }),
  ];
  const merged = mergeReadings(parts, true);
  expect(merged.told.map(({ region }) => region)).toEqual([
    '4412-0087-9921 us-east-1',
    '6027-3314-5908 us-east-1',
  ]);
  expect(merged.unlisted).toEqual([{ ...gap, regions: ['6027-3314-5908 eu-west-1'] }]);
  expect(merged.blind).toBe(true);
  expect(regionsOf(THEIRS, ['4412-0087-9921 us-east-1', '6027-3314-5908 eu-west-1'])).toEqual(['eu-west-1']);
  const alone = mergeReadings(parts.slice(1), false);
  expect(alone.told[0]?.region).toBe('us-east-1');
  expect(alone.unlisted).toEqual([gap]);
});

test('what was resolved is told with its account, the latest first', () => {
  const done = (at: string) => [{ id: 'rotate|', secrets: 1, at }];
  const { resolved } = mergeReadings(
    [
      reading(OURS, [], { resolved: done('2026-11-24') }),
      reading(THEIRS, [], { resolved: done('2026-11-25') }),
    ],
    true,
  );
  expect(resolved.map(({ id, account }) => [id, account])).toEqual([
    [`${THEIRS}|rotate|`, THEIRS],
    [`${OURS}|rotate|`, OURS],
  ]);
});

const ended = new Error('ended');
// what is amiss, whether the page still reads, who is not listed, whether the whole is open, and what the account says
test.each<[string, Partial<AccountReading>, boolean, readonly string[], boolean, string | undefined]>([
  ['nothing', {}, false, [], false, undefined],
  ['it is being read', { reading: true }, true, [], false, undefined],
  ['it could not be asked', { reading: true, error: ended }, false, ['6027-3314-5908'], true, 'scope-ended'],
  [
    'no region is listed',
    { state: { regions: [listed('failed')], ended: true }, blind: true },
    ...([false, ['6027-3314-5908'], true, 'access-denied'] as const),
  ],
  [
    'one region is not listed',
    { state: { regions: [listed('failed'), listed('done')], ended: true }, blind: true },
    ...([false, [], true, undefined] as const),
  ],
  [
    'no CloudTrail is read',
    { told: [failedTold('us-east-1')], blind: true },
    false,
    [],
    true,
    'access-denied',
  ],
  [
    'CloudTrail of one region is not read',
    { told: [failedTold('us-east-1'), nothingTold('eu-west-1')], blind: true },
    ...([false, [], true, undefined] as const),
  ],
])('of one account of two: %s', (_, more, under, silent, blind, code) => {
  const one = reading(THEIRS, [], more);
  const merged = mergeReadings([ours, one], true);
  expect({ under: merged.reading, silent: merged.silent, blind: merged.blind }).toEqual({
    ...{ under, silent, blind },
  });
  expect(isReading(one, true)).toBe(under);
  expect(accountProblem(one, problemIn)?.code).toBe(code);
  expect(merged.groups).toHaveLength(2);
});

test('before any account has begun, everything is still being read', () => {
  expect(mergeReadings([], true).reading).toBe(true);
});
