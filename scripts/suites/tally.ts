/** How many tests of a suite ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };
export const PASSED: Tally = { ...NOTHING, passed: 1 };
export const FAILED: Tally = { ...NOTHING, failed: 1 };

/** The sum of several suites. */
export function sum(tallies: readonly Tally[]): Tally {
  const total = (key: keyof Tally) => tallies.reduce((count, tally) => count + tally[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** What vitest's JSON report says. */
export function vitestTally(report: unknown): Tally {
  return {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests'),
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  };
}

/** What Playwright's JSON report says; a test that passed only when repeated has failed. */
export function playwrightTally(report: unknown): Tally {
  const stats = field(report, 'stats');
  return {
    passed: count(stats, 'expected'),
    failed: count(stats, 'unexpected') + count(stats, 'flaky'),
    skipped: count(stats, 'skipped'),
  };
}

/** A run that failed has a failure even where no test was reached: a file that cannot be loaded, no file at all. */
export function settled(tally: Tally, good: boolean): Tally {
  return good || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

function field(report: unknown, name: string): unknown {
  return typeof report === 'object' && report !== null ? Reflect.get(report, name) : undefined;
}

/** A field of a report as a count; what is not one counts nothing. */
function count(report: unknown, name: string): number {
  const value = field(report, name);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}
