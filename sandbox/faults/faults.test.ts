import { expect, test } from 'vitest';
import { createFaults } from './faults.ts';

const call = { service: 'secretsmanager', operation: 'ListSecrets', region: 'us-east-1', principal: 'riley' };
const always = { probability: 1 };

test.each([
  ['service', 'sts'],
  ['operation', 'GetSecretValue'],
  ['region', 'eu-west-1'],
  ['principal', 'sam'],
] as const)('a fault keeps to its %s', (name, other) => {
  const faults = createFaults(7);
  faults.add({ kind: 'throttle', ...always, [name]: call[name] });
  expect(faults.strike({ ...call, [name]: other }).fault).toBeUndefined();
  expect(faults.strike(call).fault?.kind).toBe('throttle');
});

test('a counted fault is used up, and stays listed so', () => {
  const faults = createFaults(7);
  faults.add({ kind: 'error500', ...always, count: 2 });
  const kinds = [1, 2, 3].map(() => faults.strike(call).fault?.kind);
  expect(kinds).toEqual(['error500', 'error500', undefined]);
  expect(faults.list()).toEqual([{ kind: 'error500', probability: 1, count: 0 }]);
});

test('latencies add up and leave the call to the next fault; the first other fault takes it', () => {
  const faults = createFaults(7);
  faults.add({ kind: 'latency', ...always, ms: 40 });
  faults.add({ kind: 'latency', ...always, ms: 2 });
  faults.add({ kind: 'deny', ...always });
  faults.add({ kind: 'throttle', ...always, count: 1 });
  expect(faults.strike(call)).toMatchObject({ delay: 42, fault: { kind: 'deny' } });
  expect(faults.list().at(-1)?.count).toBe(1);
});

test('the same seed throws the same dice, also after the faults were deleted', () => {
  const faults = createFaults(7);
  const series = () => {
    faults.add({ kind: 'throttle', probability: 0.5 });
    return Array.from({ length: 100 }, () => faults.strike(call).fault !== undefined);
  };
  const first = series();
  expect(first.filter(Boolean).length).toBeGreaterThan(30);
  expect(first.filter(Boolean).length).toBeLessThan(70);
  faults.clear();
  expect(series()).toEqual(first);
});

test('deleting the faults lifts them from calls that hang', () => {
  const faults = createFaults(7);
  faults.add({ kind: 'hang', ...always });
  const { lifted } = faults.strike(call);
  expect(lifted.aborted).toBe(false);
  faults.clear();
  expect(lifted.aborted).toBe(true);
  expect(faults.strike(call).lifted.aborted).toBe(false);
});
