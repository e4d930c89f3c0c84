import type { Json, Principal, Statement } from '../../operation.ts';
import { perform } from '../../perform.ts';
import { createRandom } from '../../random.ts';
import { createState, type State } from '../../state.ts';
import type { BehalfHappening } from '../../trail.ts';

/** A sandbox without HTTP, for tests: calls are authorized as they are over the wire. */
export interface Bench {
  readonly state: State;
  now: Date;
  principal: Principal;
  run(service: 'kms' | 'secretsmanager', operation: string, input: Json, region?: string): Json;
  /** What Secrets Manager asked KMS since the last time this was asked. */
  heard(): BehalfHappening[];
}

/** An IAM user of the test's account under the given policy. */
export const userWith = (...policy: Statement[]): Principal => ({
  type: 'user',
  account: '441200879921',
  name: 'tess',
  arn: 'arn:aws:iam::441200879921:user/tess',
  userId: 'AIDATESTTESTTEST',
  policy,
});

/** Everything is allowed. */
export const everything: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };

/** An empty bench at noon of a fixed day, replicas following after a minute. */
export function createBench(): Bench {
  const state = createState({ replicationMs: 60_000 });
  const random = createRandom(7);
  let told = 0;
  const bench: Bench = {
    state,
    now: new Date('2026-11-19T12:00:00.500Z'),
    principal: userWith(everything),
    run(service, operation, input, region = 'us-east-1') {
      const { principal, now } = bench;
      const caller = { sourceIp: '127.0.0.1', userAgent: 'test' };
      const requestId = random.uuid();
      return perform({ service, operation, region, principal, requestId, now, random, state, caller }, input);
    },
    heard() {
      const fresh = state.trail.happenings.slice(told);
      told = state.trail.happenings.length;
      return fresh.filter((happening) => happening.kind === 'behalf');
    },
  };
  return bench;
}

/** Makes a key, under an alias if one is named; answers its ARN. */
export function makeKey(bench: Bench, alias?: string, input: Json = {}, region?: string): string {
  const made = bench.run('kms', 'CreateKey', input, region).KeyMetadata as { readonly Arn: string };
  if (alias) {
    const TargetKeyId = made.Arn.slice(made.Arn.indexOf('/') + 1);
    bench.run('kms', 'CreateAlias', { AliasName: alias, TargetKeyId }, region);
  }
  return made.Arn;
}
