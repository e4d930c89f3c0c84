/** How the values of a field are given: one of what there is, a tag, a number of days, a date, text, or none. */
export type Form = 'choice' | 'tag' | 'days' | 'since' | 'text' | 'flag';

/** What can be asked of a secret. */
export interface Field {
  readonly form: Form;
  /** How it begins in a phrase. */
  readonly title: string;
  /** Other words an operator may type for it. */
  readonly also?: string;
  /** Whether "none" is a value, spelt as the empty one. */
  readonly none?: boolean;
}

const table = {
  rotation: { form: 'choice', title: 'Rotation', also: 'state' },
  service: { form: 'choice', title: 'Owner service', also: 'managed by', none: true },
  unused: { form: 'days', title: 'Unused', also: 'last read accessed' },
  tag: { form: 'tag', title: 'Tag' },
  region: { form: 'choice', title: 'Region' },
  account: { form: 'choice', title: 'Account' },
  owner: { form: 'choice', title: 'Owner', also: 'team', none: true },
  changed: { form: 'since', title: 'Changed' },
  created: { form: 'since', title: 'Created' },
  rotates: { form: 'days', title: 'Rotation window', also: 'next due' },
  replicated: { form: 'flag', title: 'Replicated', also: 'replica' },
  deleted: { form: 'flag', title: 'Scheduled for deletion', also: 'deleted' },
  key: { form: 'choice', title: 'KMS key', also: 'encryption' },
  type: { form: 'choice', title: 'Type', also: 'external', none: true },
  name: { form: 'text', title: 'Name' },
  text: { form: 'text', title: 'Text', also: 'arn description' },
} as const satisfies Readonly<Record<string, Field>>;

/** The name of a field, as the address spells it. */
export type FieldName = keyof typeof table;

/** Every field of a filter, in the order they are offered. */
export const fields: Readonly<Record<FieldName, Field>> = table;

/** All names, in the order fields are offered. */
export const fieldNames = Object.keys(fields) as FieldName[];

/** One condition of a filter: a secret meets it if any of the values holds of it, or none when `not`. */
export interface Token {
  readonly field: FieldName;
  readonly not: boolean;
  /** Empty for a flag, exactly one for days, dates and text. */
  readonly values: readonly string[];
}

/** The states of rotation that can be asked for. */
export const rotationStates = ['on', 'off', 'overdue', 'pending', 'managed'] as const;
