import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { toAwsProblem } from '@/lib/aws/errors';
import { readSecret } from '@/lib/aws/secrets';
import { toCopy } from '@/lib/aws/to-copy';
import type { ReplicationLine } from '@/lib/contract/answers';
import { type Problem, problemOf } from '@/lib/contract/problem';
import { parseSecretArn } from '@/lib/domain/arn';
import { gather } from './gather';

/** So many copies of one region are read at once: a region that hangs must not take all connections. */
const AT_ONCE = 12;

/** So many failures in a row, and the region is left alone; a refusal may be about single secrets, so it takes more. */
const ENOUGH = { outage: 3, refusal: 24 };

/**
 * Copies of secrets by one DescribeSecret each, all regions at once, bounded in each; a region that hangs or refuses
 * holds up none of the others. Ends with `end` whatever fails.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export async function* readReplication(
  operator: AwsOperator,
  arns: readonly string[],
  protectedGlobs: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly ReplicationLine[]> {
  const byRegion = new Map<string, string[]>();
  for (const arn of arns) {
    const region = parseSecretArn(arn)?.region ?? '';
    const known = byRegion.get(region);
    if (known) known.push(arn);
    else byRegion.set(region, [arn]);
  }
  let left = signal.aborted;
  const workers = [...byRegion].flatMap(([region, own]) =>
    workersOf(
      region,
      own,
      (arn) => readCopy(operator, { arn, region }, protectedGlobs),
      () => left || signal.aborted,
    ),
  );
  yield* gather<ReplicationLine>(workers, () => {
    left = true;
  });
  yield [{ kind: 'end' }];
}

type Copy = Extract<ReplicationLine, { kind: 'read' | 'refused' }>;

function workersOf(
  region: string,
  arns: readonly string[],
  read: (arn: string) => Promise<Copy>,
  isLeft: () => boolean,
) {
  let next = 0;
  let failed = 0;
  let stopped: Problem | undefined;
  const work = async (say: (line: ReplicationLine) => void) => {
    while (next < arns.length && !stopped && !isLeft()) {
      const line = await read(arns[next++]!);
      say(line);
      const limit = line.kind === 'refused' ? limitFor(line.problem) : undefined;
      // A secret that is gone is an answer.
      failed = limit === undefined ? 0 : failed + 1;
      if (line.kind !== 'refused' || limit === undefined || failed < limit || stopped) continue;
      stopped = line.problem;
      say({ kind: 'stopped', region, problem: stopped });
    }
  };
  return Array.from({ length: Math.min(AT_ONCE, arns.length) }, () => work);
}

function limitFor({ code }: Problem): number | undefined {
  if (code === 'secret-not-found') return undefined;
  return code === 'access-denied' ? ENOUGH.refusal : ENOUGH.outage;
}

async function readCopy(
  operator: AwsOperator,
  { arn, region }: { readonly arn: string; readonly region: string },
  protectedGlobs: readonly string[],
): Promise<Copy> {
  try {
    const { output, at } = await readSecret(operator, region, arn);
    const seen = toCopy(output, at, protectedGlobs);
    if (!seen) return { kind: 'refused', arn, problem: problemOf('unexpected', { region, resource: arn }) };
    return { kind: 'read', arn, seen };
  } catch (cause) {
    const { problem } = toAwsProblem(cause, {
      action: 'secretsmanager:DescribeSecret',
      region,
      resource: arn,
    });
    return { kind: 'refused', arn, problem };
  }
}
