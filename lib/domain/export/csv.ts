/** What one cell of a table may hold. */
export type CsvValue = string | number | boolean | null | object;

/**
 * Records as CSV by RFC 4180 behind a byte order mark (decision 037), a line each under a line of titles. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe; https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csv<F extends string>(
  fields: readonly F[],
  records: readonly { readonly [K in F]: CsvValue }[],
): string {
  const lines = records.map((record) => fields.map((field) => cell(textOf(record[field]))).join(','));
  return `\uFEFF${[fields.join(','), ...lines].join('\r\n')}\r\n`;
}

// Also behind spaces, which some programs leave away, and in the wide letters of East Asian keyboards.
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

function textOf(value: CsvValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
