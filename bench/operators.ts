import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import type { Group } from '../scripts/group.ts';
import { directAws } from './aws.ts';
import { signInAnew } from './browser-session.ts';
import { kilobytes } from './memory.ts';
import { quantile } from './quantile.ts';
import { atMost, exactly, type Result, told } from './report.ts';
import { openStage } from './stage.ts';
import { type Own, work } from './working-day.ts';

const OPERATORS = 50;
const SECONDS = 60;
/** When everything has been used once; memory is compared with that. */
const WARM = 20;
/** One of the sandbox's operators who may write in every region. */
const NAME = 'riley';
const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'] as const;

/** Fifty people at work for a minute, each with a sign-in of their own: what fails, how long answers take, memory. */
export async function measureOperatorsAtWork(group: Group): Promise<Result[]> {
  const { endpoint, port, pid } = await openStage(group, { world: 'demo' });
  const aws = await directAws(endpoint, NAME);
  const desks = await Promise.all(
    Array.from({ length: OPERATORS }, async (_, at) => {
      const region = REGIONS[at % REGIONS.length]!;
      const create = new CreateSecretCommand({ Name: `bench/operator-${at}`, SecretString: 'made-up' });
      const { ARN: arn = '' } = await aws.client(region).send(create);
      const own: Own = { arn, region };
      return { own, session: await signInAnew(port, endpoint, NAME) };
    }),
  );
  const start = performance.now();
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(kilobytes(pid)), 1_000);
  const days = await Promise.all(
    desks.map(({ session, own }) => work(session, own, start + SECONDS * 1_000)),
  );
  clearInterval(watch);
  const answers = days.flatMap((day) => day.answers);
  const failures = days.flatMap((day) => day.failures);
  const what = `${OPERATORS} operators for ${SECONDS} s`;
  const first = Math.max(...memory.slice(0, WARM));
  const last = Math.max(...memory.slice(-WARM));
  return [
    told(
      `${what}, answers; readings left`,
      `${answers.length}; ${days.reduce((sum, day) => sum + day.left, 0)}`,
    ),
    exactly(`${what}, what failed`, counted(failures), 'nothing'),
    told(
      `${what}, an answer p50 / p95`,
      `${Math.round(quantile(answers, 0.5))} / ${Math.round(quantile(answers, 0.95))} ms`,
    ),
    atMost(`${what}, memory (RSS) of the last ${WARM} s against the first`, last / first, 1.15, 'x'),
    atMost(
      `${what}, memory (RSS) of the console, highest`,
      (Math.max(...memory) * 1024) / 1_000_000,
      500,
      'MB',
    ),
  ];
}

function counted(failures: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of failures) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([one, count]) => `${count} ${one}`).join(', ') || 'nothing';
}
