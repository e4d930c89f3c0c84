import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { toAwsProblem } from '@/lib/aws/errors';
import { readSecret, readSecretVersions } from '@/lib/aws/secrets';
import { toLabelledVersions, toSecretDetail } from '@/lib/aws/to-secret';
import type { SecretReading } from '@/lib/contract/answers';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { parseSecretArn } from '@/lib/domain/arn';
import { isProtected } from '@/lib/domain/protect';
import { newestFirst } from '@/lib/domain/version';

/** One secret and its versions: two AWS calls at once, either of which may be refused alone. */
export async function readSecretView(
  operator: AwsOperator,
  arn: string,
  protectedGlobs: readonly string[],
): Promise<SecretReading> {
  const parts = parseSecretArn(arn);
  if (!parts) throw new ProblemError(problemOf('secret-not-found'));
  const { region, name } = parts;
  const [described, listed] = await Promise.allSettled([
    readSecret(operator, region, arn),
    readSecretVersions(operator, region, arn),
  ]);
  if (described.status === 'rejected' && listed.status === 'rejected') throw described.reason;
  const secret =
    described.status === 'fulfilled' ? toSecretDetail(described.value.output, region) : undefined;
  const versions =
    listed.status === 'fulfilled'
      ? listed.value.versions
      : described.status === 'fulfilled'
        ? toLabelledVersions(described.value.output)
        : [];
  const note = (source: 'describe' | 'versions', result: PromiseSettledResult<unknown>, operation: string) =>
    result.status === 'rejected'
      ? [
          {
            source,
            problem: toAwsProblem(result.reason, { action: operation, region, resource: arn }).problem,
          },
        ]
      : [];
  return {
    arn,
    name,
    region,
    ...(secret ? { secret } : {}),
    versions: newestFirst(versions),
    complete: listed.status === 'fulfilled',
    // Without its tags a secret might be protected by one: then it is.
    protected: !secret || isProtected(name, secret.tags, protectedGlobs),
    notes: [
      ...note('describe', described, 'secretsmanager:DescribeSecret'),
      ...note('versions', listed, 'secretsmanager:ListSecretVersionIds'),
    ],
    at:
      described.status === 'fulfilled'
        ? described.value.at
        : listed.status === 'fulfilled'
          ? listed.value.at
          : '',
  };
}
