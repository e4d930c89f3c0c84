import type { TemporaryKey } from '../identity/keyring.ts';
import { operators } from '../identity/operators.ts';
import type { Json } from '../operation.ts';
import type { Sandbox } from '../sandbox.ts';
import { ControlError } from './error.ts';
import { number, oneOf, readFields, required, text } from './fields.ts';

/** As long as AWS lets a session of an IAM user last. */
const LONGEST = 129_600;

const fields = {
  name: oneOf(operators.map(({ name }) => name)),
  accessKeyId: text,
  seconds: number(0, LONGEST),
};

/** Opens a session of an operator, or moves the end of any that is open (0 seconds: it ends now). */
export function postSession({ keyring }: Sandbox, body: Json): Json {
  const { name, accessKeyId, seconds: given } = readFields(body, fields);
  const seconds = required(given, 'seconds');
  if (name !== undefined && accessKeyId !== undefined) {
    throw new ControlError('Give either "name" or "accessKeyId".');
  }
  const key =
    accessKeyId === undefined
      ? keyring.open(required(name, 'name'), seconds)
      : keyring.end(accessKeyId, seconds);
  if (!key) throw new ControlError('No session has this "accessKeyId".');
  return shown(key);
}

function shown({ accessKeyId, secretAccessKey, session }: TemporaryKey): Json {
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken: session.token,
    expiration: session.expiration.toISOString(),
  };
}
