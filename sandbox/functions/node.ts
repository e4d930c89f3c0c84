import type { Json } from '../operation.ts';
import type { Running, Surroundings } from './code.ts';
import { CallFailed, Raised } from './failure.ts';

/** Calls AWS as the JavaScript SDK does: its errors go by the code of the service. */
export function* send(around: Surroundings, operation: string, input: Json): Running<Json> {
  try {
    return yield* around.call('secretsmanager', operation, input);
  } catch (cause) {
    if (!(cause instanceof CallFailed)) throw cause;
    if (cause.kind === 'refused') throw new Raised(cause.code, cause.message);
    if (cause.code === 'ConnectionClosedError') throw new Raised('Error', 'read ECONNRESET');
    const host = `secretsmanager.${around.fn.region}.amazonaws.com`;
    throw new Raised('TimeoutError', `connect ETIMEDOUT ${host}:443`);
  }
}

/** The members of a secret's JSON, or what JSON.parse throws. */
export function membersOf({ SecretString }: Json): { readonly [member: string]: unknown } {
  const text = String(SecretString ?? '');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as { readonly [member: string]: unknown };
  } catch {
    // V8's own message quotes the text: a secret must not be quoted.
  }
  throw new Raised('SyntaxError', 'Secret value is not valid JSON');
}

/** Makes a password by the service. */
export function* newPassword(around: Surroundings): Running<string> {
  const { RandomPassword } = yield* send(around, 'GetRandomPassword', {
    PasswordLength: Number(around.fn.environment.PASSWORD_LENGTH ?? 40),
    ExcludePunctuation: around.fn.environment.EXCLUDE_PUNCTUATION === 'true',
  });
  return String(RandomPassword);
}

/** The value an earlier attempt has stored for this token, if any. */
export function* pendingValue(around: Surroundings): Running<Json | undefined> {
  const { SecretId, ClientRequestToken: VersionId } = around.event;
  try {
    return yield* send(around, 'GetSecretValue', { SecretId, VersionId, VersionStage: 'AWSPENDING' });
  } catch (cause) {
    if (cause instanceof Raised && cause.type === 'ResourceNotFoundException') return undefined;
    throw cause;
  }
}

/** Moves AWSCURRENT to the new version, unless it is there. */
export function* promote(around: Surroundings): Running<void> {
  const { SecretId, ClientRequestToken: token } = around.event;
  const { VersionIdsToStages } = yield* send(around, 'DescribeSecret', { SecretId });
  const stages = (VersionIdsToStages ?? {}) as Readonly<Record<string, readonly string[]>>;
  const current = Object.keys(stages).find((id) => stages[id]?.includes('AWSCURRENT'));
  if (current === token) return;
  yield* send(around, 'UpdateSecretVersionStage', {
    ...{ SecretId, VersionStage: 'AWSCURRENT', MoveToVersionId: token },
    ...(current === undefined ? {} : { RemoveFromVersionId: current }),
  });
}
