/** `2026-11-25 02:10`: an instant in UTC to the minute. */
export const stamp = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** `7 secrets`, `1 region`. */
export const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
