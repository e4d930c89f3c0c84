/** Keeps one of equal things, so that a hundred thousand events share their user agent. */
export type Once<T> = (key: string, make: () => T) => T;

/** Forgets everything when it has seen too much: then equal things are kept twice, no more. */
export function createOnce<T>(limit: number): Once<T> {
  const kept = new Map<string, T>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= limit) kept.clear();
    const made = make();
    kept.set(key, made);
    return made;
  };
}
