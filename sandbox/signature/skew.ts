/** How far a signature's time may be from ours. */
const TOLERANCE = 5 * 60_000;

/** `yyyymmddThhmmssZ` as an instant; NaN when it is of another form, or no date there is. */
export function fromBasic(date: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts) return Number.NaN;
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** An instant as `yyyymmddThhmmssZ`. */
function toBasic(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/**
 * AWS's complaint about a signature's time; undefined when it is within 5 minutes of any of our clocks.
 * The first clock is the one a complaint speaks of: clients correct themselves by it.
 */
export function skewOf(date: string, clocks: readonly [Date, ...Date[]]): string | undefined {
  const signed = fromBasic(date);
  if (clocks.some((clock) => Math.abs(clock.getTime() - signed) <= TOLERANCE)) return undefined;
  const now = clocks[0].getTime();
  const [early, late] = [toBasic(now - TOLERANCE), toBasic(now + TOLERANCE)];
  return signed > now
    ? `Signature not yet current: ${date} is still later than ${late} (${toBasic(now)} + 5 min.)`
    : `Signature expired: ${date} is now earlier than ${early} (${toBasic(now)} - 5 min.)`;
}
