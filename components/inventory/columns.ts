import type { SortOrder } from '@/lib/domain/sort-secrets';

/** One column of the table. The width it takes is in `rowGrid`. */
export interface Column {
  readonly key: string;
  readonly title: string;
  /** What has to be known to read it right. */
  readonly tip?: string;
  /** The two orders a click on the title alternates between, the first one first. */
  readonly orders?: readonly [SortOrder, SortOrder];
  /** Where there is room for it. */
  readonly shown: string;
}

const tablet = 'max-md:hidden';
const laptop = 'max-lg:hidden';
const desk = 'max-xl:hidden';
const wide = 'max-[87.5rem]:hidden';

/** The columns in the order they are read. */
export const columns: readonly Column[] = [
  { key: 'name', title: 'Name', orders: ['name', '-name'], shown: '' },
  { key: 'owner', title: 'Owner', shown: desk },
  { key: 'regions', title: 'Regions', shown: tablet },
  { key: 'current', title: 'AWSCURRENT', shown: laptop },
  { key: 'rotation', title: 'Rotation', shown: tablet },
  { key: 'changed', title: 'Changed (UTC)', orders: ['-changed', 'changed'], shown: tablet },
  {
    key: 'last-read',
    title: 'Last read',
    tip: 'AWS reports the day only; the latest of all regions',
    orders: ['last-read', '-last-read'],
    shown: laptop,
  },
  { key: 'service', title: 'Service', shown: wide },
];

/** When a column of the table is there, for its cells. */
export const shownAt = { desk, laptop, tablet, wide };

/** The widths all rows share. On a phone a row is a card: name, then regions and when it was changed. */
export const rowGrid =
  'grid gap-x-3 px-4 md:px-5 md:items-center md:grid-cols-[minmax(10rem,1.15fr)_14.25rem_minmax(8rem,1fr)_5.75rem] lg:grid-cols-[minmax(10rem,1.15fr)_14.25rem_5.25rem_minmax(8rem,1fr)_5.75rem_4.5rem] xl:grid-cols-[minmax(10rem,1.15fr)_6rem_14.25rem_5.25rem_minmax(8rem,1fr)_5.75rem_4.5rem] min-[87.5rem]:grid-cols-[minmax(10rem,1.15fr)_6rem_14.25rem_5.25rem_minmax(8rem,1fr)_5.75rem_4.5rem_4rem]';
