import { type Stage, writeHistory } from './history.ts';
import { CLUSTERS } from './names.ts';
import { DAY, HOUR } from './script.ts';
import { valueFor } from './values.ts';

/** The master passwords RDS keeps for its clusters: made, changed and owned by the service. */
export function writeClusters({ script, random, people }: Stage): void {
  for (const team of CLUSTERS) {
    const name = `rds!cluster-${random.uuid()}`;
    const born = (120 + random.next() * 240) * DAY;
    const value = () => valueFor(random, 'aurora');
    script.add(born, people.rds, 'us-east-1', 'CreateSecret', {
      Name: name,
      ClientRequestToken: random.uuid(),
      Description: `Master password of the ${team} cluster`,
      Tags: [{ Key: 'owner', Value: team }],
      ...value(),
    });
    const offset = (1 + random.next() * 150) * HOUR;
    for (let weeks = 3; weeks >= 0; weeks--) {
      script.add(weeks * 7 * DAY + offset, people.rds, 'us-east-1', 'PutSecretValue', {
        SecretId: name,
        ClientRequestToken: random.uuid(),
        ...value(),
      });
    }
    if (random.next() < 0.6) {
      const reader = people.application(team);
      script.add((0.2 + random.next() * 60) * HOUR, reader, 'us-east-1', 'GetSecretValue', {
        SecretId: name,
      });
    }
  }
}

/**
 * Secrets somebody left behind in other regions, under names that were replicated there later: AWS reports
 * those replicas as Failed.
 */
export function writeClashes(stage: Stage): void {
  const leftover = {
    team: 'platform',
    env: 'prod',
    replicas: [],
    rotation: undefined,
    use: 'forgotten',
    versions: 1,
    unfinished: false,
    deletedDaysAgo: undefined,
    label: undefined,
    empty: false,
  } as const;
  const { script, people } = stage;
  for (const [name, region] of CLASHES) {
    writeHistory(stage, { ...leftover, name, region });
    script.add(2 * DAY, people.dana, 'us-east-1', 'ReplicateSecretToRegions', {
      SecretId: name,
      AddReplicaRegions: [{ Region: region }],
    });
  }
}

/** The replicas that failed, by name and region. */
const CLASHES = [
  ['prod/identity/oidc-signing', 'us-west-2'],
  ['prod/payments/webhook-hmac', 'eu-west-1'],
] as const;
