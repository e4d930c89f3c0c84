/** A seeded source of identifiers: the same seed and the same operations give the same world. */
export interface Random {
  /** A float in [0, 1). */
  next(): number;
  /** A version-4 UUID. */
  uuid(): string;
  /** `length` letters and digits, as in the six characters AWS appends to a secret's ARN. */
  suffix(length: number): string;
  /** One element of a non-empty list. */
  pick<T>(list: readonly T[]): T;
  /** A source that gives from here on what this one would. */
  copy(): Random;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** mulberry32: 32 bits of state are plenty for identifiers nobody must guess. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const next = () => word() / 4_294_967_296;
  const hex = () => word().toString(16).padStart(8, '0');
  return {
    next,
    uuid: () => {
      const [one, two, three, four] = [hex(), hex(), hex(), hex()];
      const variant = '89ab'[Number.parseInt(three[0]!, 16) % 4];
      return `${one}-${two.slice(0, 4)}-4${two.slice(5)}-${variant}${three.slice(1, 4)}-${three.slice(4)}${four}`;
    },
    suffix: (length) => Array.from({ length }, () => LETTERS[Math.floor(next() * LETTERS.length)]).join(''),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    copy: () => createRandom(state),
  };
}

/** A seed from a text, by FNV-1a: what has a name of its own takes the same course in the same world. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
