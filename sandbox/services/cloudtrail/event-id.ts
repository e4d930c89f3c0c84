import { createHash } from 'node:crypto';

// An event's id is not kept: it is made from where the event stands in its log, and says so to us alone.
const SPREAD = 0x9e3779b97f4bn;
const UNSPREAD = 0x393dee219263n;
const BITS_48 = 0xffffffffffffn;

/** A version-4 UUID that is always the same for the same words. */
export function uuidOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[15] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(16, 19)}-${hex.slice(19, 31)}`;
}

/** The id of the event with this number in a log. */
export function eventIdOf(log: string, sequence: number): string {
  const last = (BigInt(sequence) * SPREAD) & BITS_48;
  return uuidOf(log, sequence).slice(0, 24) + last.toString(16).padStart(12, '0');
}

/** The number an event of a log must have to have this id; undefined when no event can have it. */
export function sequenceOf(log: string, eventId: string): number | undefined {
  const last = /^[0-9a-f-]{24}([0-9a-f]{12})$/.exec(eventId)?.[1];
  if (last === undefined) return undefined;
  const sequence = Number((BigInt(`0x${last}`) * UNSPREAD) & BITS_48);
  return eventIdOf(log, sequence) === eventId ? sequence : undefined;
}
