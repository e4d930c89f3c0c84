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
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** mulberry32: 32 bits of state are plenty for identifiers nobody must guess. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const hex = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
  return {
    next,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[Math.floor(next() * 4)]}${hex(3)}-${hex(12)}`,
    suffix: (length) => Array.from({ length }, () => LETTERS[Math.floor(next() * LETTERS.length)]).join(''),
    pick: (list) => list[Math.floor(next() * list.length)]!,
  };
}
