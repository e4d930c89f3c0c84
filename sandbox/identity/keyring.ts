import { randomBytes } from 'node:crypto';
import type { Principal } from '../operation.ts';
import { type OperatorName, operators, principals } from './operators.ts';

/** An access key the sandbox knows, and whose it is. */
export interface Key {
  readonly operator: OperatorName;
  readonly principal: Principal;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Temporary credentials only. */
  readonly session?: { readonly token: string; readonly expiration: Date };
}

/** The access keys of the sandbox: the operators' own, and temporary ones made on demand. */
export interface Keyring {
  find(accessKeyId: string): Key | undefined;
  /** Temporary credentials of an operator. */
  open(name: OperatorName, seconds: number): SessionKey;
  /** Moves the end of a session to so many seconds from now; undefined when there is no such session. */
  end(accessKeyId: string, seconds: number): SessionKey | undefined;
}

/** A key that ends. */
export type SessionKey = Key & Required<Pick<Key, 'session'>>;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const longTerm: ReadonlyMap<string, Key> = new Map(
  operators.map(({ name, principal, accessKeyId, secretAccessKey }) => [
    accessKeyId,
    { operator: name, principal, accessKeyId, secretAccessKey },
  ]),
);

/**
 * The operators' keys and no session yet. Sessions end by the wall's time, not the world's: a browser's
 * cookie knows no other. Their secrets are truly random, so a forgotten one is no use to anybody.
 */
export function createKeyring(wall: () => number = Date.now): Keyring {
  const sessions = new Map<string, SessionKey>();
  const remember = (key: SessionKey) => {
    sessions.set(key.accessKeyId, key);
    return key;
  };
  const inSeconds = (seconds: number) => new Date(wall() + seconds * 1000);
  return {
    find: (accessKeyId) => sessions.get(accessKeyId) ?? longTerm.get(accessKeyId),
    open(name, seconds) {
      return remember(sessionOf(name, inSeconds(seconds)));
    },
    end(accessKeyId, seconds) {
      const key = sessions.get(accessKeyId);
      return key && remember({ ...key, session: { ...key.session, expiration: inSeconds(seconds) } });
    },
  };
}

function sessionOf(operator: OperatorName, expiration: Date): SessionKey {
  return {
    operator,
    principal: principals[operator],
    accessKeyId: `ASIA${Array.from(randomBytes(16), (byte) => BASE32[byte % 32]).join('')}`,
    secretAccessKey: `sandbox-${randomBytes(24).toString('base64url')}`,
    session: { token: `sandbox-session-${randomBytes(96).toString('base64')}`, expiration },
  };
}
