import { shortWord } from '@/components/problem/short-word';
import { clock } from '@/components/ui/time-format';
import type { Closed } from '@/lib/client/replication/closed-regions';

/** Why a region is closed and since when: `no answer since 03:12`, of several accounts `closed in 4412-0087-9921: …`. */
export function closedWords({ account, problem, since }: Closed, time = clock): string {
  const words = `${problem ? shortWord(problem) : 'not read'} since ${time(new Date(since), false)}`;
  return account === undefined ? words : `closed in ${account}: ${words}`;
}

/** The same of all accounts it is closed in, for the head of a column. */
export function closedShort(all: readonly Closed[]): string {
  const [first] = all;
  if (!first) return '';
  const { account, ...one } = first;
  if (account === undefined) return closedWords(one);
  if (all.length === 1) return `…${account.slice(-4)} ${closedWords(one)}`;
  const since = Math.min(...all.map((each) => each.since));
  return `closed in ${all.length} since ${clock(new Date(since), false)}`;
}

/** The whole of it. */
export function closedDetail(all: readonly Closed[]): string | undefined {
  return (
    all
      .flatMap((one) => [
        ...(one.account === undefined ? [] : [closedWords(one)]),
        ...(one.problem?.detail ? [one.problem.detail] : []),
      ])
      .join('\n') || undefined
  );
}
