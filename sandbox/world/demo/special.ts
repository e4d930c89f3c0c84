import { HOME } from '../../services/iam/state.ts';
import { slowKey } from '../../services/secretsmanager/state.ts';
import { putByHand, type Stage, writeHistory } from './history.ts';
import { CLUSTERS } from './names.ts';
import type { Plan } from './plan.ts';
import { DAY, HOUR, MINUTE } from './script.ts';
import { valueFor } from './values.ts';

/** The master passwords RDS keeps for its clusters: made, owned and every week rotated by the service. */
export function writeClusters({ script, random, people }: Stage): void {
  const region = 'us-east-1';
  for (const team of CLUSTERS) {
    const name = `rds!cluster-${random.uuid()}`;
    const born = (120 + random.next() * 240) * DAY;
    script.add(born, people.rds, region, 'CreateSecret', {
      Name: name,
      ClientRequestToken: random.uuid(),
      Description: `Master password of the ${team} cluster`,
      Tags: [{ Key: 'owner', Value: team }],
      ...valueFor(random, 'aurora'),
    });
    script.add(born - MINUTE, people.rds, region, 'RotateSecret', {
      SecretId: name,
      ClientRequestToken: random.uuid(),
      RotationRules: { ScheduleExpression: 'rate(7 days)' },
    });
    const offset = (1 + random.next() * 150) * HOUR;
    for (let weeks = 6; weeks >= 0; weeks--) {
      const token = random.uuid();
      script.happen(weeks * 7 * DAY + offset, ({ fire }) => fire(HOME, region, name, token));
    }
    if (random.next() < 0.6) {
      const reader = people.application(team);
      script.add((0.2 + random.next() * 60) * HOUR, reader, region, 'GetSecretValue', { SecretId: name });
    }
  }
}

/** Secrets that partners rotate through a role of the account. */
export function writeExternal({ script, random, people }: Stage): void {
  for (const [name, type] of EXTERNAL) {
    script.add(80 * DAY, people.riley, 'us-east-1', 'CreateSecret', {
      ...{ Name: name, Type: type, ClientRequestToken: random.uuid(), ...valueFor(random, name) },
      Tags: [{ Key: 'owner', Value: name.split('/')[1] }],
    });
    for (const days of [79, 19]) {
      script.add(days * DAY, people.riley, 'us-east-1', 'RotateSecret', {
        SecretId: name,
        ClientRequestToken: random.uuid(),
        RotationRules: { AutomaticallyAfterDays: 60 },
        ExternalSecretRotationRoleArn: `arn:aws:iam::${HOME}:role/partner-rotation`,
        ExternalSecretRotationMetadata: [{ Key: 'consumer', Value: 'acme-prod' }],
      });
    }
  }
}

const EXTERNAL = [
  ['prod/crm/salesforce-client', 'SalesforceClientSecret'],
  ['prod/compliance/bigid-token', 'BigIDClientSecret'],
  ['data/snowflake/key-pair', 'SnowflakeKeyPairAuthentication'],
] as const;

/**
 * Replicas that failed: AWS says so where another secret has the name already, and where the key that was asked
 * for is not in the region.
 */
export function writeClashes(stage: Stage): void {
  const leftover: Omit<Plan, 'name' | 'region'> = {
    ...{ team: 'platform', env: 'prod', replicas: [], use: 'forgotten', versions: 1, empty: false },
    ...{ rotation: undefined, unfinished: undefined, deletedDaysAgo: undefined, label: undefined },
  };
  const { script, people } = stage;
  const replicate = (name: string, replica: object) =>
    script.add(2 * DAY, people.dana, 'us-east-1', 'ReplicateSecretToRegions', {
      SecretId: name,
      AddReplicaRegions: [replica],
    });
  for (const [name, Region] of CLASHES) {
    writeHistory(stage, { ...leftover, name, region: Region });
    replicate(name, { Region });
  }
  replicate('prod/checkout/session-key', { Region: 'ap-southeast-2', KmsKeyId: 'alias/checkout' });
  // Promoted in a drill and left so: a secret of its own now, with the name and the ARN of the replica it was.
  script.add(9 * DAY, people.dana, 'ap-southeast-2', 'StopReplicationToReplica', { SecretId: PROMOTED });
}

const PROMOTED = 'data/looker/embed-signing';

const CLASHES = [
  ['prod/identity/oidc-signing', 'us-west-2'],
  ['prod/payments/webhook-hmac', 'eu-west-1'],
] as const;

/** For how long after the demo begins the slow copies are still on their way. */
const STILL = 6 * HOUR;

/** Replicas that are behind, and one that has not arrived at all: copies to some regions are slow tonight. */
export function writeSlowCopies(stage: Stage): void {
  const { script, random, people } = stage;
  const slow = (ago: number, name: string, region: string) =>
    script.happen(ago + MINUTE, ({ state }) => {
      state.secretsManager.slowCopies.set(slowKey({ account: HOME, name }, region), ago + STILL);
    });
  const over = (name: string, region: string) =>
    script.happen(6 * MINUTE, ({ state }) => {
      state.secretsManager.slowCopies.delete(slowKey({ account: HOME, name }, region));
    });
  for (const [at, [name, region]] of BEHIND.entries()) {
    const ago = (31 + 17 * at) * MINUTE;
    slow(ago, name, region);
    putByHand(stage, { ago, by: people.dana, name, region: 'us-east-1', id: random.uuid() });
    over(name, region);
  }
  const [name, region] = ARRIVING;
  slow(25 * MINUTE, name, region);
  script.add(25 * MINUTE, people.riley, 'us-east-1', 'ReplicateSecretToRegions', {
    SecretId: name,
    AddReplicaRegions: [{ Region: region }],
  });
  over(name, region);
}

const BEHIND = [
  ['prod/checkout/klarna-api', 'eu-west-1'],
  ['prod/identity/scim-token', 'ap-southeast-2'],
  ['data/snowflake/dbt', 'us-west-2'],
] as const;

const ARRIVING = ['prod/fraud/sift-api', 'ap-southeast-2'] as const;
