import type { FieldName } from '@/lib/domain/filter/token';

/** A token being made or changed: where it stands, and beside what its panel opens. */
export interface Editing {
  /** The place in the filter; its length for a new one. */
  readonly at: number;
  /** Of a new token. */
  readonly field?: FieldName;
  readonly not?: boolean;
  readonly anchor: Element;
}
