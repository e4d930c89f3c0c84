/** Which element of a table each secret in sight has, by the secret's key, in the order of the rows. */
export type Slots = ReadonlyMap<string, number>;

/**
 * Gives each row an element. Where `reuse` is set, rows are written into the elements there are, one after the other as
 * they lie: an element that would follow its secret to another place is laid out anew by the browser, with all that is in
 * it. Else a row keeps its own element, and with it the focus, and what comes gets a new one.
 */
export function assignSlots(before: Slots, keys: readonly string[], reuse: boolean): Slots {
  const last = Math.max(-1, ...before.values());
  if (reuse) {
    const there = [...before.values()];
    return new Map(keys.map((key, at) => [key, there[at] ?? last + 1 + at - there.length]));
  }
  if (keys.length === before.size && keys.every((key) => before.has(key))) return before;
  let next = last;
  return new Map(keys.map((key) => [key, before.get(key) ?? ++next]));
}
