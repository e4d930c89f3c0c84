/** What an ordered list is sorted by: time first, then the number. */
export interface Place {
  readonly at: number;
  readonly sequence: number;
}

/** Entries from the oldest to the newest; mostly grows at its end and is cut off at its start. */
export interface Ordered<T extends Place> {
  readonly size: number;
  first(): T | undefined;
  insert(entry: T): void;
  dropFirst(): void;
  /** The entries from the newest to the oldest, starting below a place; all of them without one. */
  below(place?: Place): Iterable<T>;
  /** The same entries in a list of their own. */
  copy(): Ordered<T>;
}

/** A list without entries, or with those given, which are in order. */
export function createOrdered<T extends Place>(given: readonly T[] = []): Ordered<T> {
  // What was dropped is undefined until the list is cut: nothing holds on to it.
  let items: (T | undefined)[] = given.slice();
  let head = 0;
  const position = (place: Place) => {
    let [low, high] = [head, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(items[middle]!, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    get size() {
      return items.length - head;
    },
    first: () => items[head],
    insert(entry) {
      const last = items.at(-1);
      if (!last || compare(last, entry) < 0) items.push(entry);
      else items.splice(position(entry), 0, entry);
    },
    dropFirst() {
      if (head < items.length) items[head++] = undefined;
      if (head * 2 < items.length) return;
      items = items.slice(head);
      head = 0;
    },
    *below(place) {
      for (let at = (place ? position(place) : items.length) - 1; at >= head; at--) yield items[at]!;
    },
    copy: () => createOrdered(items.slice(head) as T[]),
  };
}

function compare(one: Place, other: Place): number {
  return one.at - other.at || one.sequence - other.sequence;
}
