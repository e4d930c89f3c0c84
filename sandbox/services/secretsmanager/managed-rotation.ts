import type { Call } from '../../operation.ts';
import { addVersion } from './add-version.ts';
import { encrypt } from './encryption.ts';
import { CURRENT, holderOf } from './labels.ts';
import { randomPassword } from './random-password.ts';
import { change } from './secrets.ts';
import { type Secret, type SecretValue, sameIn } from './state.ts';

/** "Usually within a minute", says the page; here 20 seconds. */
const TAKES_MS = 20_000;

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];

/**
 * Lets the owning service, or the partner of a managed external secret, carry out the rotation it was asked
 * for: it stores a new password and makes it current, without any function.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
 */
export function planManagedRotation(call: Call, secret: Secret, token: string): void {
  const password = randomPassword(call.random, { length: 28, required: [], allowed: LETTERS });
  call.state.agenda.at(new Date(call.now.getTime() + TAKES_MS), (now, state) => {
    const rotated = sameIn(state.secretsManager, secret);
    if (rotated?.openRotation !== token) return;
    const { versions } = rotated.content;
    const value = withPassword(holderOf(versions, CURRENT)?.value, password);
    const then = { ...call, now, state };
    const made = { id: token, createdDate: now, labels: [], keys: encrypt(then, rotated, token), value };
    change(then, rotated, addVersion(then, rotated, versions, { made, labels: [CURRENT] }));
  });
}

/** The value with its password replaced; one that is no JSON object is all password. */
function withPassword(value: SecretValue | undefined, password: string): SecretValue {
  const members = value && 'SecretString' in value ? membersIn(value.SecretString) : undefined;
  if (!members) return { SecretString: password };
  return { SecretString: JSON.stringify({ ...members, password }) };
}

function membersIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
