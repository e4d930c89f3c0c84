import { DescribeSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { BrowserSession } from './browser-session.ts';
import { quantile } from './quantile.ts';
import { atMost, type Result, round, told } from './report.ts';

const WARM_UP = 1_000;
const SAMPLES = 2_000;

/** What door one adds to the same AWS call made directly, one call at a time, the two ways in turn. */
export async function measureDoor(
  session: BrowserSession,
  client: SecretsManagerClient,
  region: string,
  arn: string,
): Promise<Result[]> {
  const path = `/api/secretsmanager/${session.scope}/${region}/DescribeSecret`;
  const throughDoor = async () => {
    const { status } = await session.post(path, { input: { SecretId: arn } });
    if (status !== 200) throw new Error(`DescribeSecret through the door answered ${status}.`);
  };
  const straight = () => client.send(new DescribeSecretCommand({ SecretId: arn }));
  const door: number[] = [];
  const direct: number[] = [];
  for (let round = -WARM_UP; round < SAMPLES; round += 1) {
    // Whoever comes second finds the machine warm: they take turns.
    const doorFirst = round % 2 === 0;
    const early = await time(doorFirst ? throughDoor : straight);
    const late = await time(doorFirst ? straight : throughDoor);
    if (round < 0) continue;
    door.push(doorFirst ? early : late);
    direct.push(doorFirst ? late : early);
  }
  const added = (share: number) => quantile(door, share) - quantile(direct, share);
  const spread = (samples: readonly number[]) =>
    [0.5, 0.95, 0.99].map((share) => round(quantile(samples, share))).join(' / ');
  return [
    told(`DescribeSecret direct, p50 / p95 / p99 of ${SAMPLES}`, `${spread(direct)} ms`),
    told(`DescribeSecret through the door, p50 / p95 / p99 of ${SAMPLES}`, `${spread(door)} ms`),
    atMost('added by the door, p50', added(0.5), 3, 'ms'),
    atMost('added by the door, p99', added(0.99), 15, 'ms'),
  ];
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
