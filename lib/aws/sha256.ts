import 'server-only';
import { createHash, createHmac, createSecretKey, type Hash, type Hmac, type KeyObject } from 'node:crypto';

// What the SDK signs with for a day is one array of bytes, the key of one day, region and service.
const keys = new WeakMap<object, KeyObject>();

type Data = string | ArrayBuffer | ArrayBufferView;

/** The key of a text, made once while the same text is asked for. */
type TextKey = (text: string) => KeyObject;

const madeAnew: TextKey = (text) => createSecretKey(text, 'utf8');

/**
 * SHA-256, and its HMAC where there is a secret, as the SDK wants it for signatures. The SDK's own hands Node a key of
 * bare bytes, which Node takes only after failing with it once: of a call that is one part in sixteen.
 * https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-smithy-hash-node/
 */
export class Sha256 {
  private hash: Hash | Hmac;
  private readonly secret: Data | undefined;
  private readonly textKey: TextKey;

  constructor(secret?: Data, textKey = madeAnew) {
    this.secret = secret;
    this.textKey = textKey;
    this.hash = begun(secret, textKey);
  }

  update(data: Data, encoding?: 'utf8' | 'ascii' | 'latin1'): void {
    if (typeof data === 'string') this.hash.update(data, encoding ?? 'utf8');
    else this.hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    this.hash = begun(this.secret, this.textKey);
  }
}

function begun(secret: Data | undefined, textKey: TextKey): Hash | Hmac {
  return secret === undefined ? createHash('sha256') : createHmac('sha256', keyOf(secret, textKey));
}

function keyOf(secret: Data, textKey: TextKey): KeyObject {
  if (typeof secret === 'string') return textKey(secret);
  const known = keys.get(secret) ?? createSecretKey(bytesOf(secret));
  keys.set(secret, known);
  return known;
}

/** A SHA-256 for one signer, which remembers the key it was given last and nothing else. */
export function ownSha256(): new (secret?: Data) => Sha256 {
  let last: { readonly text: string; readonly key: KeyObject } | undefined;
  const textKey: TextKey = (text) => {
    if (last?.text !== text) last = { text, key: madeAnew(text) };
    return last.key;
  };
  return class extends Sha256 {
    constructor(secret?: Data) {
      super(secret, textKey);
    }
  };
}

function bytesOf(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
