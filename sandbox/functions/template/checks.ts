import type { Json } from '../../operation.ts';
import type { Code, Running, Surroundings } from '../code.ts';
import { Raised } from '../failure.ts';
import { boto, raise, traced } from '../python.ts';

/** The four steps of one strategy. */
export type Steps = Readonly<Record<'createSecret' | 'setSecret' | 'testSecret', Code>>;

/**
 * A rotation function as AWS's templates are: checks before every step, then the step. What finishes is the same
 * in all of them.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function template(steps: Steps): Code {
  return traced(
    { lambda_handler: 77, set_secret: 195, test_secret: 237, create_secret: 121 },
    function* (around) {
      const { Step, SecretId: arn } = around.event;
      const metadata = yield* boto(around, 'DescribeSecret', { SecretId: arn });
      if (!isReady(around, metadata)) return;
      if (Step === 'finishSecret') yield* finishSecret(around);
      else if (Object.hasOwn(steps, Step)) yield* steps[Step](around);
      else raise(around, `lambda_handler: Invalid step parameter ${Step} for secret ${arn}`);
    },
  );
}

/** Whether there is something to do: the version is AWSPENDING of a secret whose rotation is on. */
function isReady(around: Surroundings, metadata: Json): boolean {
  const { SecretId: arn, ClientRequestToken: token } = around.event;
  if (metadata.RotationEnabled === false) raise(around, `Secret ${arn} is not enabled for rotation`);
  const stages = ((metadata.VersionIdsToStages ?? {}) as Readonly<Record<string, readonly string[]>>)[token];
  if (!stages) raise(around, `Secret version ${token} has no stage for rotation of secret ${arn}.`);
  if (stages.includes('AWSCURRENT')) {
    around.log('INFO', `Secret version ${token} already set as AWSCURRENT for secret ${arn}.`);
    return false;
  }
  if (stages.includes('AWSPENDING')) return true;
  return raise(around, `Secret version ${token} not set as AWSPENDING for rotation of secret ${arn}.`);
}

/** Moves AWSCURRENT to the new version. */
function* finishSecret(around: Surroundings): Running<void> {
  const { SecretId: arn, ClientRequestToken: token } = around.event;
  const metadata = yield* boto(around, 'DescribeSecret', { SecretId: arn });
  const stages = (metadata.VersionIdsToStages ?? {}) as Readonly<Record<string, readonly string[]>>;
  const current = Object.keys(stages).find((id) => stages[id]?.includes('AWSCURRENT'));
  if (current === token) {
    around.log('INFO', `finishSecret: Version ${current} already marked as AWSCURRENT for ${arn}`);
    return;
  }
  yield* boto(around, 'UpdateSecretVersionStage', {
    SecretId: arn,
    VersionStage: 'AWSCURRENT',
    MoveToVersionId: token,
    ...(current === undefined ? {} : { RemoveFromVersionId: current }),
  });
  around.log(
    'INFO',
    `finishSecret: Successfully set AWSCURRENT stage to version ${token} for secret ${arn}.`,
  );
}

/** Stores the new value under AWSPENDING, unless an earlier attempt has. */
export function* storeOnce(around: Surroundings, value: (password: string) => string): Running<void> {
  const { SecretId: arn, ClientRequestToken: token } = around.event;
  try {
    yield* boto(around, 'GetSecretValue', { SecretId: arn, VersionId: token, VersionStage: 'AWSPENDING' });
    around.log('INFO', `createSecret: Successfully retrieved secret for ${arn}.`);
    return;
  } catch (cause) {
    if (!(cause instanceof Raised) || cause.type !== 'ResourceNotFoundException') throw cause;
  }
  const { EXCLUDE_CHARACTERS, PASSWORD_LENGTH } = around.fn.environment;
  // https://github.com/aws-samples/aws-secrets-manager-rotation-lambdas: what the templates leave out by default.
  const { RandomPassword } = yield* boto(around, 'GetRandomPassword', {
    ExcludeCharacters: EXCLUDE_CHARACTERS ?? '/@"\'\\:',
    PasswordLength: Number(PASSWORD_LENGTH ?? 32),
  });
  const SecretString = value(String(RandomPassword));
  yield* boto(around, 'PutSecretValue', {
    SecretId: arn,
    ClientRequestToken: token,
    SecretString,
    VersionStages: ['AWSPENDING'],
  });
  around.log('INFO', `createSecret: Successfully put secret for ARN ${arn} and version ${token}.`);
}
