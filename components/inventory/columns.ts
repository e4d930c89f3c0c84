import type { SortKey } from '@/lib/domain/sort-secrets';

/** The widths of a screen the table knows, from narrow to wide. */
export const screens = ['phone', 'tablet', 'laptop', 'desk', 'wide'] as const;

/** One of the widths above. */
export type Screen = (typeof screens)[number];

interface Definition {
  readonly title: string;
  /** What has to be known to read it right. */
  readonly tip?: string;
  /** What a press on the title sorts by; a second press turns the order round. */
  readonly sort?: SortKey;
  /** Whether the first press sorts downwards. */
  readonly downFirst?: true;
  /** From where on there is room for it by itself; absent: only where it was chosen. */
  readonly from?: Screen;
  /** In pixels at 16 px type: its width, or the least of it where it grows. */
  readonly width: number;
  /** Its part of the room that is left. */
  readonly grow?: number;
}

/** Every column, in the order they are read. */
export const columns = {
  name: { title: 'Name', sort: 'name', from: 'phone', width: 160, grow: 1.15 },
  description: { title: 'Description', sort: 'description', width: 160, grow: 1 },
  owner: { title: 'Owner', sort: 'owner', from: 'desk', width: 96 },
  primary: { title: 'Primary region', sort: 'primary', width: 112 },
  regions: { title: 'Regions', sort: 'regions', downFirst: true, from: 'tablet', width: 228 },
  current: { title: 'AWSCURRENT', from: 'laptop', width: 84 },
  labels: { title: 'Other labels', width: 280 },
  rotation: { title: 'Rotation', sort: 'rotation', from: 'tablet', width: 128, grow: 1 },
  next: { title: 'Next rotation (UTC)', sort: 'next', width: 132 },
  changed: { title: 'Changed (UTC)', sort: 'changed', downFirst: true, from: 'tablet', width: 104 },
  created: { title: 'Created (UTC)', sort: 'created', downFirst: true, width: 104 },
  'last-read': {
    title: 'Last read',
    tip: 'AWS reports the day only, that of UTC; the latest of all regions',
    sort: 'last-read',
    from: 'laptop',
    width: 72,
  },
  key: { title: 'KMS key', sort: 'key', width: 148 },
  service: {
    title: 'Service',
    tip: 'The AWS service that owns it',
    sort: 'service',
    from: 'wide',
    width: 64,
  },
  type: { title: 'Type', tip: 'The kind of external secret', sort: 'type', width: 96 },
  tags: { title: 'Tags', width: 180, grow: 1 },
  deletion: { title: 'Deletion', sort: 'deletion', width: 140 },
} as const satisfies Record<string, Definition>;

/** The key of a column. */
export type ColumnKey = keyof typeof columns | 'account';

/** One column of the table. */
export interface Column extends Definition {
  readonly key: ColumnKey;
}

/** All columns of one account as a list. */
export const allColumns: readonly Column[] = (Object.keys(columns) as (keyof typeof columns)[]).map(
  (key) => ({
    key,
    ...(columns[key] satisfies Definition as Definition),
  }),
);

/** What tells accounts apart, where there are several. */
export const accountColumn: Column = { key: 'account', title: 'Account', from: 'tablet', width: 108 };
