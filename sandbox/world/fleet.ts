import type { Json } from '../operation.ts';
import type { Build } from './build.ts';

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'] as const;
const ENVIRONMENTS = ['prod', 'staging', 'dev', 'ci'] as const;
const TEAMS = [
  'payments',
  'orders',
  'identity',
  'billing',
  'search',
  'catalog',
  'fraud',
  'platform',
] as const;
const KINDS = [
  'postgres-app',
  'api-key',
  'webhook-hmac',
  'kafka-sasl',
  'oauth-client',
  'signing-key',
] as const;

const DAY_MS = 86_400_000;
/** CloudTrail's event history reaches no further back. */
const HISTORY_DAYS = 89;
/** One in so many secrets of production has a replica. */
const REPLICATED = 9;

/**
 * A fleet to measure with: so many listed secrets in all over four regions, replicas counted, each made by an
 * operation some time in the last 89 days. Half of them have been changed once since.
 */
export function buildFleet({ run, clock, random, operators: { riley } }: Build, total: number): void {
  const call = (region: string, operation: string, input: Json) =>
    run(riley, region, 'secretsmanager', operation, { ClientRequestToken: random.uuid(), ...input });
  const beginning = clock.end.getTime() - HISTORY_DAYS * DAY_MS;
  const step = ((HISTORY_DAYS - 1) * DAY_MS) / total;
  for (let listed = 0, number = 0; listed < total; number++) {
    const at = beginning + listed * step;
    clock.set(new Date(at));
    const region = REGIONS[number % REGIONS.length]!;
    const { name, env, team } = nameOf(number);
    const replica = REGIONS[(number + 1) % REGIONS.length]!;
    const replicated = env === 'prod' && number % REPLICATED === 0 && listed + 2 <= total;
    call(region, 'CreateSecret', {
      Name: name,
      SecretString: `sandbox-${random.suffix(24)}`,
      Description: `Secret ${number} of ${team}`,
      Tags: Object.entries({ owner: team, env }).map(([Key, Value]) => ({ Key, Value })),
      ...(replicated ? { AddReplicaRegions: [{ Region: replica }] } : {}),
    });
    listed += replicated ? 2 : 1;
    if (random.next() < 0.5) continue;
    clock.set(new Date(at + step / 2));
    call(region, 'PutSecretValue', { SecretId: name, SecretString: `sandbox-${random.suffix(24)}` });
  }
  clock.set(clock.end);
}

function nameOf(number: number): { name: string; env: string; team: string } {
  const env = ENVIRONMENTS[number % ENVIRONMENTS.length]!;
  const team = TEAMS[Math.floor(number / ENVIRONMENTS.length) % TEAMS.length]!;
  const kind = KINDS[number % KINDS.length]!;
  return { name: `${env}/${team}/${kind}-${String(number).padStart(6, '0')}`, env, team };
}
