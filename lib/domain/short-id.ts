/**
 * As much of a version id as tells it from the others: four characters, six when two share four, and more
 * where ids were given by hand and begin alike. AWS asks only for 32 to 64 characters, not for a UUID.
 */
export function shortId(id: string, others: readonly string[] = []): string {
  for (let length = 4; length < id.length; length += 2) {
    const short = id.slice(0, length);
    if (!others.some((other) => other !== id && other.startsWith(short))) return short;
  }
  return id;
}
