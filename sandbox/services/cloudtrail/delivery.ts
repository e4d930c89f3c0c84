const SHORTEST_MS = 2 * 60_000;
const SPREAD_MS = 6 * 60_000;

/**
 * How long after its call an event can be looked up: 2 to 8 minutes, always the same for the same event.
 * AWS says about five minutes on the average and promises nothing.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
 */
export function delayOf(sequence: number, fixedMs: number | undefined): number {
  if (fixedMs !== undefined) return fixedMs;
  // A multiplicative hash: neighbours differ widely.
  return SHORTEST_MS + ((Math.imul(sequence + 1, 0x9e3779b1) >>> 0) % SPREAD_MS);
}
