import { isComplete, type RegionProgress } from '@/lib/client/inventory-state';

const figures = new Intl.NumberFormat('en-US');

/** `2,940`. */
export const figure = (count: number): string => figures.format(count);

/** `1 secret`, `2,940 secrets`. */
export const counted = (count: number, noun: string): string =>
  `${figure(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A count and what it covers, in the parts of one sentence. */
interface Coverage {
  readonly count: string;
  readonly folded?: string;
  readonly without?: string;
}

/** What the page's count covers; never a total while regions are still being read. */
export function coverage(count: number, regions: readonly RegionProgress[], reading: boolean): Coverage {
  if (count === 0 && regions.length > 0 && regions.every(({ state }) => state === 'failed')) {
    return { count: 'No region was read' };
  }
  if (regions.length === 0) return { count: 'Reading which regions there are' };
  const without = notRead(regions);
  return {
    count: `${counted(count, 'secret')}${reading ? ' so far' : ''}`,
    folded: ', replicas folded into their primary',
    ...(without ? { without: `, without ${without}` } : {}),
  };
}

/** The regions that failed or were stopped, by name as long as a line can hold them; empty when none was. */
export function notRead(regions: readonly RegionProgress[]): string {
  const failed = regions
    .filter((region) => region.state !== 'reading' && !isComplete(region))
    .map(({ region }) => region);
  return failed.length > 2 ? counted(failed.length, 'region') : failed.join(' and ');
}

/** How far the reading is, as a screen reader says it. */
export function progressWords(count: number, regions: readonly RegionProgress[], reading: boolean): string {
  if (regions.length === 0) return '';
  const done = regions.filter(({ state }) => state === 'done').length;
  const without = notRead(regions);
  const end = without ? `, ${without} not read` : '';
  if (reading) return `${counted(count, 'secret')} so far, ${done} of ${regions.length} regions read${end}`;
  return `Reading ended, ${counted(count, 'secret')}${end}`;
}
