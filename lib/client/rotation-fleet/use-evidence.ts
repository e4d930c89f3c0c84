import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Problem } from '@/lib/contract/problem';
import type { AskedAttempt, Diagnosed, EvidenceLine } from '@/lib/contract/rotation';
import { evidencePath } from '@/lib/contract/view-paths';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { AT_ONCE, type Turns } from '../turns';
import { readListed } from '../views';

type Ask = Extract<EvidenceLine, { kind: 'ask' }>;

/** Why failures failed, as far as was looked. */
export interface Evidence {
  /** By secret and failure. */
  readonly found: ReadonlyMap<string, Diagnosed>;
  /** The functions that were looked at, by their ARN. */
  readonly functions: ReadonlyMap<string, FunctionFacts>;
  /** Why a function could not be looked at, by its ARN. */
  readonly unseen: ReadonlyMap<string, Problem>;
  /** Queries that AWS bills and that nobody has agreed to. */
  readonly asks: readonly Ask[];
  /** Bytes that queries have scanned. */
  readonly scanned: number;
}

const NOTHING: Evidence = { found: new Map(), functions: new Map(), unseen: new Map(), asks: [], scanned: 0 };
/** So many failures are looked into at most; the others stay grouped by function and step. */
const MOST = 200;

/** What a failure is known by. */
export const failureKey = ({ arn, failed }: Pick<AskedAttempt, 'arn' | 'failed'>) => `${arn} ${failed}`;

/**
 * Looks into these failures once they are all `ready`, each once in a session: the logs of exactly the failed runs. A query
 * that would cost is not made before somebody agrees to it.
 */
export function useEvidence(
  scope: string,
  failures: readonly AskedAttempt[],
  ready: boolean,
  turns: Pick<Turns, 'take'> = AT_ONCE,
) {
  const client = useQueryClient();
  const queryKey = ['rotation-evidence', scope];
  const { data = NOTHING } = useQuery<Evidence>({
    queryKey,
    queryFn: () => NOTHING,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const run = useMutation({
    retry: false,
    mutationFn: ({ attempts, scan }: { attempts: readonly AskedAttempt[]; scan: boolean }) =>
      turns.take(() => gather(client, queryKey, { scope, attempts, scan })),
  });
  const asked = useRef(new Set<string>());
  const { mutate, isPending, error } = run;
  useEffect(() => {
    if (!ready || isPending) return;
    const open = failures.slice(0, MOST).filter((one) => {
      const key = failureKey(one);
      return !data.found.has(key) && !asked.current.has(key);
    });
    if (open.length === 0) return;
    // A look that failed is not repeated by itself.
    for (const one of open) asked.current.add(failureKey(one));
    mutate({ attempts: open, scan: false });
  }, [failures, ready, isPending, data, mutate]);
  return useMemo(
    () => ({
      evidence: data,
      looking: isPending,
      error,
      /** Looks once more at what AWS refused or failed to show. */
      again: (some: readonly AskedAttempt[]) => mutate({ attempts: some, scan: false }),
      /** Makes the queries that cost. */
      scan: () => {
        const attempts = failures.filter(
          (one) => data.found.get(failureKey(one))?.noLogs?.because === 'costs-money',
        );
        if (attempts.length > 0) mutate({ attempts, scan: true });
      },
    }),
    [data, isPending, error, failures, mutate],
  );
}

// All at once when it is over: groups that change with every line could not be read.
async function gather(
  client: QueryClient,
  queryKey: readonly string[],
  question: { readonly scope: string; readonly attempts: readonly AskedAttempt[]; readonly scan: boolean },
): Promise<void> {
  const before = client.getQueryData<Evidence>(queryKey) ?? NOTHING;
  const found = new Map(before.found);
  const functions = new Map(before.functions);
  const unseen = new Map(before.unseen);
  const asks: Ask[] = question.scan ? [] : [...before.asks];
  let scanned = before.scanned;
  try {
    for await (const line of readListed(evidencePath, question, AbortSignal.timeout(120_000))) {
      if (line.kind === 'diagnosed') found.set(failureKey(line.diagnosed), line.diagnosed);
      if (line.kind === 'function') {
        functions.set(line.facts.arn, line.facts);
        if (line.problem) unseen.set(line.facts.arn, line.problem);
        else unseen.delete(line.facts.arn);
      }
      if (line.kind === 'ask') asks.push(line);
      if (line.kind === 'scanned') scanned += line.bytes;
      if (line.kind === 'end') break;
    }
  } finally {
    client.setQueryData<Evidence>(queryKey, { found, functions, unseen, asks, scanned });
  }
}
