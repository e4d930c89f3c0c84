/** Which element of a table each secret in sight has, by the secret's key. */
export type Slots = ReadonlyMap<string, number>;

/**
 * Gives each row an element: its own where it has one; where `reuse` is set, that of a row that has gone; else a new one.
 * So a row that stays keeps its element, and with it the focus.
 */
export function assignSlots(before: Slots, keys: readonly string[], reuse: boolean): Slots {
  if (keys.length === before.size && keys.every((key) => before.has(key))) return before;
  const slots = new Map<string, number>();
  const taken = new Set<number>();
  for (const key of keys) {
    const own = before.get(key);
    if (own === undefined) continue;
    slots.set(key, own);
    taken.add(own);
  }
  const free = reuse ? [...before.values()].filter((slot) => !taken.has(slot)) : [];
  let last = Math.max(-1, ...before.values());
  for (const key of keys) if (!slots.has(key)) slots.set(key, free.shift() ?? ++last);
  return slots;
}
