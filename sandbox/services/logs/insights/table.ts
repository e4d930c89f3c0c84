import type { Row } from './record.ts';
import type { Value } from './values.ts';

/** What flows from command to command. */
export interface Table {
  readonly rows: readonly Row[];
  /** How many events have passed the filters so far. */
  readonly matched: number;
  /** The fields to show; undefined as long as no command has named any. */
  readonly shown: readonly string[] | undefined;
  /** Whether rows still stand for one event each. */
  readonly aggregated: boolean;
}

/** A row with fields laid over it. */
export function withFields(row: Row, fields: ReadonlyMap<string, Value>): Row {
  return { get: (field) => (fields.has(field) ? fields.get(field) : row.get(field)) };
}
