const parts = (day: number, options: Intl.DateTimeFormatOptions) =>
  new Date(day).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });

/** `Wednesday 25 November`. */
export const longDay = (day: number): string =>
  parts(day, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');

/** `Wed 25 Nov`. */
export const shortDay = (day: number): string =>
  parts(day, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '').replace('Sept', 'Sep');

/** `Nov`. */
export const monthOf = (day: number): string => parts(day, { month: 'short' }).replace('Sept', 'Sep');

/** `25`. */
export const dateOfMonth = (day: number): number => new Date(day).getUTCDate();

/** Whether a day is a Saturday or a Sunday, in UTC. */
export const isWeekend = (day: number): boolean => [0, 6].includes(new Date(day).getUTCDay());
