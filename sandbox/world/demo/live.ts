import { CURRENT, holderOf } from '../../services/secretsmanager/labels.ts';
import type { Secret } from '../../services/secretsmanager/state.ts';
import type { State } from '../../state.ts';
import { addTarget, ENGINES, type Login } from '../../targets/state.ts';
import { HOUR } from './script.ts';

/**
 * From then on, so long before the demo opens, functions run their code; of the time before they are only told of.
 * Nobody can log in to a database of last year.
 */
export const LIVE = 25 * HOUR;

/** Makes the database a secret is for, as it has to be for the secret to open it. */
export function settleTarget(state: State, secret: Secret): void {
  const { rotation, versions } = secret.content;
  if (secret.following || rotation?.RotationLambdaARN === undefined) return;
  const members = membersOf(holderOf(versions, CURRENT)?.value);
  const { host, username, password } = members;
  if (typeof host !== 'string' || state.targets.hosts.has(host)) return;
  const engine = ENGINES.find((one) => one === members.engine) ?? 'http';
  const users = new Map<string, Login>();
  if (typeof username === 'string') users.set(username, { password: String(password), may: 'own' });
  addTarget(state.targets, { host, engine, users });
}

/** Makes the databases of all secrets that rotate by a function. */
export function settleTargets(state: State): void {
  for (const secrets of state.secretsManager.regions.values()) {
    for (const secret of secrets.values()) settleTarget(state, secret);
  }
}

function membersOf(value: object | undefined): { readonly [member: string]: unknown } {
  if (!value || !('SecretString' in value)) return {};
  try {
    const read: unknown = JSON.parse(String(value.SecretString));
    return typeof read === 'object' && read !== null ? (read as { readonly [member: string]: unknown }) : {};
  } catch {
    return {};
  }
}
