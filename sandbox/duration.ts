const PARTS = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const UNITS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];
const LONGEST = 10 * 365 * 86_400_000;

/**
 * The milliseconds of an ISO-8601 duration such as `PT24H` or `P1DT30M`; undefined when it is none.
 * Years and months have no fixed length and are not taken, nor is anything beyond ten years.
 */
export function parseDuration(text: string): number | undefined {
  const parts = PARTS.exec(text)?.slice(1);
  if (!parts?.some((part) => part !== undefined) || text.endsWith('T')) return undefined;
  const ms = parts.reduce((sum, part, at) => sum + Number(part ?? 0) * UNITS[at]!, 0);
  return ms <= LONGEST ? Math.round(ms) : undefined;
}
