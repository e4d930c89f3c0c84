import { figure } from '@/components/inventory/count-words';

interface MatchCount {
  readonly rows: number;
  readonly total: number;
  readonly untold: number;
  readonly close: boolean;
}

/** How many rows a filter leaves, and of how many that is not known, in words. */
export function matchWords({ rows, total, untold, close }: MatchCount): string {
  if (close) return `None contains it, ${figure(rows)} ${rows === 1 ? 'comes' : 'come'} close`;
  const known = `${figure(rows)} of ${figure(total)} match`;
  return untold === 0 ? known : `${known}, ${figure(untold)} not known`;
}
