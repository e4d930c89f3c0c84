/** One line of the report. */
export interface Result {
  readonly what: string;
  readonly measured: string;
  /** The limit in words; absent where a figure is only told. */
  readonly limit?: string;
  readonly met?: boolean;
}

/** A figure with its upper limit. */
export function atMost(what: string, value: number, limit: number, unit: string): Result {
  const met = value <= limit;
  return { what, measured: `${round(value)} ${unit}`, limit: `at most ${limit} ${unit}`, met };
}

/** A figure with its lower limit. */
export function atLeast(what: string, value: number, limit: number, unit: string): Result {
  const met = value >= limit;
  return { what, measured: `${round(value)} ${unit}`, limit: `at least ${limit} ${unit}`, met };
}

/** A text that must be exactly another. */
export function exactly(what: string, measured: string, limit: string): Result {
  return { what, measured, limit: `exactly ${limit}`, met: measured === limit };
}

/** A figure that is only told. */
export function told(what: string, measured: string): Result {
  return { what, measured };
}

/** All lines as one table. */
export function table(results: readonly Result[]): string {
  const rows = [
    ['what', 'measured', 'limit', ''],
    ...results.map(({ what, measured, limit = '-', met }) => [
      what,
      measured,
      limit,
      met === undefined ? '' : met ? 'PASS' : 'MISS',
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Two digits after the point are more than such measurements are worth already. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
