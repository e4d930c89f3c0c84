import { expect, test } from 'vitest';
import { problemOf } from '@/lib/contract/problem';
import { combineInventories, unreadIn } from './combine-inventories';
import type { InventoryState } from './inventory-state';

const [OURS, THEIRS] = ['441200879921', '602733145908'];
const problem = problemOf('access-denied', { detail: 'no' });
const read = (...regions: string[]): InventoryState => ({
  source: 'account',
  ended: true,
  regions: regions.map((region) => ({ region, state: 'done', pages: [], at: '2026-11-19T03:43:14.000Z' })),
});
const names = ({ regions }: InventoryState) => regions.map(({ region, state }) => `${region}: ${state}`);

test('each region is called with its account, and an account that could not be asked is one entry beside', () => {
  const state = combineInventories(
    [
      { account: OURS, state: read('us-east-1', 'eu-west-1'), error: undefined },
      { account: THEIRS, state: undefined, error: new Error('x') },
    ],
    () => problem,
  );
  expect(names(state)).toEqual([
    '4412-0087-9921 us-east-1: done',
    '4412-0087-9921 eu-west-1: done',
    '6027-3314-5908: failed',
  ]);
  expect(state.regions[2]?.problem).toBe(problem);
  expect(state).toMatchObject({ fleet: true, ended: true });
});

test('what was read of an account before it failed stays, and it has not ended while another is awaited', () => {
  const state = combineInventories(
    [
      { account: OURS, state: read('us-east-1'), error: new Error('x') },
      { account: THEIRS, state: undefined, error: undefined },
    ],
    () => problem,
  );
  expect(names(state)).toEqual(['4412-0087-9921 us-east-1: done', '4412-0087-9921: failed']);
  expect(state.ended).toBe(false);
});

test('a region that has not changed is the same object again, and a list of regions AWS did not give is told', () => {
  const part = { account: OURS, state: read('us-east-1'), error: undefined };
  const guessed: InventoryState = { ...read('us-west-2'), source: 'fallback', sourceProblem: problem };
  const first = combineInventories([part], () => problem);
  const second = combineInventories(
    [part, { account: THEIRS, state: guessed, error: undefined }],
    () => problem,
  );
  expect(second.regions[0]).toBe(first.regions[0]);
  expect(first.source).toBeUndefined();
  expect(second).toMatchObject({ source: 'fallback', sourceProblem: problem });
});

test('what is not read to its end is named by region, and by its account alone where nothing of it is', () => {
  const failing = read('us-east-1', 'eu-west-1');
  const [first, second] = failing.regions;
  const half: InventoryState = { ...failing, regions: [first!, { ...second!, state: 'failed', problem }] };
  const none: InventoryState = { ...failing, regions: [{ ...first!, state: 'failed', problem }] };
  const part = (account: string, state: InventoryState | undefined) => ({ account, state, error: undefined });
  expect(unreadIn([part(OURS, read('us-east-1')), part(THEIRS, half)])).toEqual(['6027-3314-5908 eu-west-1']);
  expect(unreadIn([part(OURS, none), part(THEIRS, undefined)])).toEqual(['4412-0087-9921', '6027-3314-5908']);
});
