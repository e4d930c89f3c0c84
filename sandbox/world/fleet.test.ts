import { expect, test } from 'vitest';
import { operatorsIn } from '../identity/operators.ts';
import type { Json } from '../operation.ts';
import { perform } from '../perform.ts';
import { createWorld } from './create.ts';

const options = { name: 'fleet', seed: 7, replicationMs: 1500, secrets: 400 } as const;
const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'];

function listed(region: string): Json[] {
  const { state, clock, random } = createWorld(options);
  const principal = operatorsIn(state.iam).riley;
  const ask = (NextToken?: unknown): Json[] => {
    const page = perform(
      {
        ...{ service: 'secretsmanager', operation: 'ListSecrets', region, principal, random, state },
        ...{ requestId: 'r', now: clock.now(), caller: { sourceIp: '127.0.0.1', userAgent: 'test' } },
      },
      { MaxResults: 100, ...(NextToken === undefined ? {} : { NextToken }) },
    );
    const rows = page.SecretList as Json[];
    return page.NextToken === undefined ? rows : [...rows, ...ask(page.NextToken)];
  };
  return ask();
}

test('a fleet lists exactly as many secrets as asked for, in all four regions, replicas among them', () => {
  const all = REGIONS.map(listed);
  for (const rows of all) expect(rows.length).toBeGreaterThan(60);
  expect(all.flat()).toHaveLength(400);
  const replicas = all
    .flat()
    .filter(({ ARN, PrimaryRegion }) => PrimaryRegion && !String(ARN).includes(String(PrimaryRegion)));
  expect(replicas.length).toBeGreaterThan(5);
});

test('the same seed makes the same fleet', () => {
  const names = () =>
    listed('eu-west-1').map(({ ARN, SecretVersionsToStages }) => [ARN, SecretVersionsToStages]);
  expect(names()).toEqual(names());
});
