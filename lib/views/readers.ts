import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { hasOlder, readNewest, readOlder, streamOf, trailOf } from '@/lib/aws/trail';
import type { ReadersReading } from '@/lib/contract/answers';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { parseSecretArn } from '@/lib/domain/arn';
import { isAbout } from '@/lib/domain/timeline/is-about';
import { readersOf } from '@/lib/domain/timeline/readers-of';

// Applications read all the time: two pages are a hundred reads, of all secrets of the region.
const MOST_PAGES = 2;
// CloudTrail delivers in minutes: what was read a minute ago is as good as read now.
const FRESH_MS = 60_000;

/**
 * Who read a secret's value of late, in at most two pages of the region's reads. Other secrets of the region share what
 * was read.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export async function readReaders(
  operator: AwsOperator & { readonly arn: string },
  arn: string,
  signal: AbortSignal,
): Promise<ReadersReading> {
  const region = parseSecretArn(arn)?.region;
  if (!region) throw new ProblemError(problemOf('secret-not-found'));
  const stream = streamOf(trailOf(operator, region), 'GetSecretValue', {
    key: 'EventName',
    value: 'GetSecretValue',
  });
  if (Date.now() - stream.fresh > FRESH_MS) await readNewest(operator, region, stream, signal);
  while ((stream.read?.pages ?? MOST_PAGES) < MOST_PAGES && hasOlder(stream)) {
    await readOlder(operator, region, stream, signal);
  }
  const { records, read } = stream;
  return {
    readers: readersOf(records, arn, operator.arn),
    reads: records.filter((record) => isAbout(record, arn)).length,
    lookedAt: records.length,
    from: read?.from ?? '',
    to: read?.to ?? '',
    complete: read?.complete ?? false,
  };
}
