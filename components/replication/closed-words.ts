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
  if (first.account === undefined) return closedWords(first);
  const since = clock(new Date(Math.min(...all.map((each) => each.since))), false);
  // There is no room for more than where and since when; why is in the whole of it.
  return `closed in ${all.length > 1 ? all.length : `…${first.account.slice(-4)}`} since ${since}`;
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
