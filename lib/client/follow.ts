import { useQueries } from '@tanstack/react-query';
import type { Problem } from '@/lib/contract/problem';
import { arnInRegion } from '@/lib/domain/arn';
import { BEHIND_AFTER, type FollowState, judgeFollow } from '@/lib/domain/follow';
import type { Receipt } from '@/lib/domain/receipt';
import { awsNow, useAwsNow } from './aws-time';
import { readLabels } from './label-move';
import { problemIn } from './request';

/** What one region shows of a label move. */
export interface RegionFollow {
  readonly region: string;
  readonly primary: boolean;
  readonly state: FollowState | 'unreadable' | 'unread';
  /** AWS's clock at the last reading. */
  readonly at?: string | undefined;
  readonly problem?: Problem | undefined;
  /** Where AWSCURRENT is there. */
  readonly holder?: string | undefined;
}

// Quick while replicas usually follow, slow when one is behind, and not for ever.
const QUICK = 2_000;
const SLOW = 10_000;
const GIVE_UP = 600_000;

/** Reads AWSCURRENT back in the primary region and in every replica region, until each has followed. */
export function useFollow(
  scope: string,
  receipt: Receipt,
  replicas: readonly string[] | undefined,
): { regions: RegionFollow[]; readAgain: () => void } {
  const now = useAwsNow();
  const regions = [receipt.region, ...(replicas ?? [])];
  const results = useQueries({
    queries: regions.map((region) => ({
      queryKey: ['follow', scope, receipt.arn, receipt.at, region],
      queryFn: () => readLabels(scope, region, arnInRegion(receipt.arn, region)),
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: (query: { state: { data?: Labels | undefined; error: unknown } }) =>
        pause(receipt, query.state.data, query.state.error),
    })),
  });
  return {
    regions: results.map(({ data, error }, index): RegionFollow => {
      const region = regions[index]!;
      const primary = index === 0;
      const problem = error ? problemIn(error) : undefined;
      if (!data && problem) return { region, primary, state: 'unreadable', problem };
      if (!data) return { region, primary, state: 'unread' };
      const holder = data.holders.AWSCURRENT;
      return {
        region,
        primary,
        holder,
        problem,
        at: data.at,
        state: judgeFollow(receipt, holder, now - Date.parse(receipt.at)),
      };
    }),
    readAgain: () => {
      for (const result of results) void result.refetch();
    },
  };
}

// A limit or an outage passes by itself; a refusal stays until somebody changes something.
const isPassing = ({ status }: Problem) => status === 429 || status >= 500;

type Labels = Awaited<ReturnType<typeof readLabels>>;

function pause(receipt: Receipt, data: Labels | undefined, error: unknown): number | false {
  if (error) return isPassing(problemIn(error)) && awsNow() - Date.parse(receipt.at) < GIVE_UP ? SLOW : false;
  if (!data) return QUICK;
  const elapsed = Date.parse(data.at) - Date.parse(receipt.at);
  const state = judgeFollow(receipt, data.holders.AWSCURRENT, elapsed);
  if (state === 'confirmed' || state === 'elsewhere' || elapsed > GIVE_UP) return false;
  return elapsed < BEHIND_AFTER ? QUICK : SLOW;
}
