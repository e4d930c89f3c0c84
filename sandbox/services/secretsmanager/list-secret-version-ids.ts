import type { Operation } from '../../operation.ts';
import { shownKeys } from './encryption.ts';
import { flag, readInput, text, whole } from './fields.ts';
import { secretId } from './members.ts';
import { type Cursor, compareCursors, fromToken, questionOf, toToken } from './pages.ts';
import { openSecret } from './secrets.ts';
import type { Version } from './state.ts';
import { present, seconds } from './wire.ts';

const PAGE = 100;

/** ListSecretVersionIds: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html */
export const listSecretVersionIds: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: secretId,
    MaxResults: whole({ min: 1, max: 100 }),
    NextToken: text({ min: 1, max: 4096 }),
    IncludeDeprecated: flag(),
  });
  const secret = openSecret(call, read.SecretId);
  const question = questionOf(call, [secret.arn, read.IncludeDeprecated]);
  const after = fromToken(question, read.NextToken);
  const entries = [...secret.content.versions.values()]
    .filter((version) => read.IncludeDeprecated || version.labels.length > 0)
    .filter((version) => !after || compareCursors(cursorOf(version), after) > 0)
    .sort((one, other) => compareCursors(cursorOf(one), cursorOf(other)));

  const size = read.MaxResults ?? PAGE;
  const page = entries.slice(0, size);
  const last = entries.length > size ? page.at(-1) : undefined;
  return present({
    Versions: page.map((version) => {
      const accessed = secret.versionsAccessed.get(version.id);
      return present({
        VersionId: version.id,
        VersionStages: version.labels.length > 0 ? version.labels : undefined,
        LastAccessedDate: accessed && seconds(accessed),
        CreatedDate: seconds(version.createdDate),
        KmsKeyIds: shownKeys(call, secret, version),
      });
    }),
    NextToken: last && toToken(question, cursorOf(last)),
    ARN: secret.arn,
    Name: secret.name,
  });
};

/** Order of creation. The place holds while versions come and go between two pages. */
function cursorOf(version: Version): Cursor {
  return { key: `${version.createdDate.toISOString()} ${version.id}`, sequence: 0 };
}
