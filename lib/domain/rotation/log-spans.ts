/** A span of time, epoch milliseconds. */
export interface LogSpan {
  readonly from: number;
  readonly to: number;
}

/** Lambda lets no function run longer: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_MS = 15 * 60_000;
const SLACK_MS = 10_000;
/** To read what lies between two spans costs less than another call. */
const GAP_MS = 5 * 60_000;

/** In which span the run can have been that AWS said had failed, by how long the function may run. */
export function spanOf(failed: number, timeoutSeconds: number | undefined): LogSpan {
  const longest = timeoutSeconds === undefined ? LONGEST_MS : timeoutSeconds * 1_000;
  return { from: failed - longest - SLACK_MS, to: failed + SLACK_MS };
}

/** As few spans as hold all of these: one reading serves every attempt whose time it covers. */
export function joinedSpans(spans: readonly LogSpan[]): LogSpan[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const before = whole.at(-1);
    if (before && from - before.to <= GAP_MS) before.to = Math.max(before.to, to);
    else whole.push({ from, to });
  }
  return whole;
}
