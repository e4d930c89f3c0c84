import type { SecretRecord } from './secret-record.ts';

/**
 * Records as CSV by RFC 4180, a line each under a line of titles. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe; https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(records: readonly SecretRecord[]): string {
  const lines = records.map((record) => fields.map((field) => cell(textOf(record[field]))).join(','));
  return `${[fields.join(','), ...lines].join('\r\n')}\r\n`;
}

// In this order; the type makes sure that none is missing.
const order: Record<keyof SecretRecord, true> = {
  name: true,
  arn: true,
  primaryRegion: true,
  regions: true,
  description: true,
  owner: true,
  labels: true,
  rotationEnabled: true,
  rotationSchedule: true,
  rotationOverdue: true,
  lastRotated: true,
  nextRotation: true,
  changed: true,
  created: true,
  lastAccessed: true,
  kmsKey: true,
  owningService: true,
  type: true,
  deletion: true,
  tags: true,
};
const fields = Object.keys(order) as (keyof SecretRecord)[];

function textOf(value: SecretRecord[keyof SecretRecord]): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
