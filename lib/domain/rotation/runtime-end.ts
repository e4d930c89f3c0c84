/**
 * When AWS ends its support of a runtime, as its page on Lambda runtimes had it in 2026; the dates move. Afterwards the
 * function still runs, without updates.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
const ENDS: Readonly<Record<string, string>> = {
  'python3.14': '2029-06-30',
  'python3.13': '2029-06-30',
  'python3.12': '2028-10-31',
  'python3.11': '2026-06-30',
  'python3.10': '2026-06-30',
  'python3.9': '2025-12-15',
  'python3.8': '2024-10-14',
  'python3.7': '2023-12-04',
  'nodejs24.x': '2028-04-30',
  'nodejs22.x': '2027-04-30',
  'nodejs20.x': '2026-04-30',
  'nodejs18.x': '2025-09-01',
  'nodejs16.x': '2024-06-12',
  java25: '2029-06-30',
  java21: '2029-06-30',
  java17: '2026-06-30',
  java11: '2026-06-30',
  'java8.al2': '2026-06-30',
  dotnet10: '2028-11-14',
  dotnet8: '2026-11-10',
  'ruby3.4': '2028-03-31',
  'ruby3.3': '2027-03-31',
  'ruby3.2': '2026-03-31',
  'provided.al2023': '2029-06-30',
  'provided.al2': '2026-06-30',
  'go1.x': '2024-01-08',
};

/** AWS's page the dates are from. */
export const RUNTIMES_PAGE = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html';

/** The last day of a runtime's support, `2028-10-31`; undefined where this table does not have it. */
export const runtimeEnd = (runtime: string): string | undefined =>
  Object.hasOwn(ENDS, runtime) ? ENDS[runtime] : undefined;
