/** The names protected unless configuration says otherwise. */
export const DEFAULT_PROTECTED = 'prod/*,prod-*,*/prod/*';

/**
 * Whether a change of this secret needs its name typed: the name matches one of the globs (`*` stands for any
 * characters, `/` too), or the tag `keyturn:protected` is `true`.
 */
export function isProtected(
  name: string,
  tags: { readonly [key: string]: string },
  globs: readonly string[],
): boolean {
  return tags['keyturn:protected'] === 'true' || globs.some((glob) => globMatches(glob, name));
}

/** Splits a comma-separated list of globs; blanks are dropped. */
export function parseGlobs(text: string): string[] {
  return text
    .split(',')
    .map((glob) => glob.trim())
    .filter(Boolean);
}

/** Whether a name matches a glob: `*` stands for any characters, `/` too. */
export function globMatches(glob: string, text: string): boolean {
  // Greedy with one point of return: linear in practice, and no pattern of ours can run away as a RegExp could.
  let g = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    if (glob[g] === '*') {
      star = g++;
      mark = t;
    } else if (glob[g] === text[t]) {
      g++;
      t++;
    } else if (star >= 0) {
      g = star + 1;
      t = ++mark;
    } else return false;
  }
  while (glob[g] === '*') g++;
  return g === glob.length;
}
