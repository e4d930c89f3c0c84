import { randomBytes } from 'node:crypto';
import type { Principal } from '../operation.ts';
import type { IamState } from '../services/iam/state.ts';
import { type OperatorName, operators, operatorsIn } from './operators.ts';

/** An access key the sandbox knows, and whose it is. */
export interface Key {
  /** An operator's name, or the principal's for everybody else. */
  readonly operator: string;
  readonly principal: Principal;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Temporary credentials only. */
  readonly session?: { readonly token: string; readonly expiration: Date };
}

/** The access keys of the sandbox: the operators' own, those made on demand, and those IAM and STS gave out. */
export interface Keyring {
  find(accessKeyId: string): Key | undefined;
  /** Temporary credentials of an operator. */
  open(name: OperatorName, seconds: number): OperatorSession;
  /** Moves the end of a session to so many seconds from now; undefined when there is no such session. */
  end(accessKeyId: string, seconds: number): TemporaryKey | undefined;
}

/** Temporary credentials, an operator's or some that STS or Identity Center gave out. */
export type TemporaryKey = Omit<Required<Key>, 'principal' | 'operator'>;

/** Temporary credentials of an operator. They outlive the world: the operators are in each. */
export interface OperatorSession extends Omit<Required<Key>, 'principal'> {
  readonly operator: OperatorName;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const longTerm = new Map(operators.map((operator) => [operator.accessKeyId, operator]));

/**
 * The operators' keys, no session yet, and the keys of the world that `iam` answers at the moment. Sessions
 * end by the wall's time, not the world's: a browser's cookie knows no other. Their secrets are truly random,
 * so a forgotten one is no use to anybody.
 */
export function createKeyring(iam: () => IamState, wall: () => number = Date.now): Keyring {
  const sessions = new Map<string, OperatorSession>();
  const remember = (key: OperatorSession) => {
    sessions.set(key.accessKeyId, key);
    return key;
  };
  const inSeconds = (seconds: number) => new Date(wall() + seconds * 1000);
  return {
    find(accessKeyId) {
      const session = sessions.get(accessKeyId);
      if (session) return { ...session, principal: operatorsIn(iam())[session.operator] };
      const own = longTerm.get(accessKeyId);
      if (own) return { ...own, operator: own.name, principal: operatorsIn(iam())[own.name] };
      return keyOfWorld(iam(), accessKeyId);
    },
    open: (name, seconds) => remember(newSession(name, inSeconds(seconds))),
    end(accessKeyId, seconds) {
      const expiration = inSeconds(seconds);
      const key = sessions.get(accessKeyId);
      if (key) return remember({ ...key, session: { ...key.session, expiration } });
      const { issued } = iam();
      const given = issued.get(accessKeyId);
      if (!given) return undefined;
      const moved = { ...given, session: { ...given.session, expiration } };
      issued.set(accessKeyId, moved);
      return moved;
    },
  };
}

function keyOfWorld({ accessKeys, issued }: IamState, accessKeyId: string): Key | undefined {
  const temporary = issued.get(accessKeyId);
  if (temporary) return { ...temporary, operator: temporary.principal.name };
  const key = accessKeys.get(accessKeyId);
  return key && { ...key, operator: key.user.name, principal: key.user.principal };
}

function newSession(operator: OperatorName, expiration: Date): OperatorSession {
  return {
    operator,
    accessKeyId: `ASIA${Array.from(randomBytes(16), (byte) => BASE32[byte % 32]).join('')}`,
    secretAccessKey: `sandbox-${randomBytes(24).toString('base64url')}`,
    session: { token: `sandbox-session-${randomBytes(96).toString('base64')}`, expiration },
  };
}
