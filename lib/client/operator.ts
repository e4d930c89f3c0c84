import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo } from 'react';
import type { OperatorInfo } from '@/lib/contract/operator';
import { spentPath } from '@/lib/contract/view-paths';
import { noteReadOnly } from './read-only';
import { ask } from './request';
import { forgetSessionEnd } from './session-end';
import { noteSignIn } from './sign-in-mark';

/** Where the query store keeps who is signed in. */
export const operatorKey = ['operator'];

/** Who is signed in; null: nobody. Fetched, never rendered into the page's HTML. */
export function useSignIn() {
  return useQuery({
    queryKey: operatorKey,
    queryFn: async () => {
      const operator = await readOperator();
      noteSignIn(operator);
      noteReadOnly(operator);
      return operator;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const KEEP_EVERY_MS = 120_000;

/**
 * Asks something cheap over and over where a token stands behind the sign-in: by that one request it is renewed in time
 * (lib/server/keep-signed-in.ts, decision 024), whatever the page does meanwhile.
 */
export function useKeptSignIn(operator: OperatorInfo | null | undefined): void {
  const { way, scope } = operator ?? {};
  useEffect(() => {
    if (way !== 'center' && way !== 'company') return;
    const keep = () => void ask(`${spentPath.path}?scope=${scope}`).catch(() => {});
    const timer = setInterval(keep, KEEP_EVERY_MS);
    return () => clearInterval(timer);
  }, [way, scope]);
}

/** The operator as whom this page works: in the scope that its address names, if the sign-in holds it. */
export function useOperator(): { readonly data: OperatorInfo | null | undefined } {
  const { data } = useSignIn();
  const scope = useSearchParams().get('scope');
  return { data: useMemo(() => data && actingIn(data, scope), [data, scope]) };
}

/** An operator in one of the scopes of their sign-in; as the sign-in began where it does not hold that one. */
export function actingIn(operator: OperatorInfo, scope: string | null): OperatorInfo {
  const place = operator.places.find((one) => one.scope === scope);
  if (!place) return operator;
  const { accountName: _, ...rest } = operator;
  return { ...rest, ...place };
}

/** What the team calls an account of this sign-in, by its twelve digits. */
export function useAccountNames(): ReadonlyMap<string, string> {
  const { data } = useSignIn();
  return useMemo(
    () => new Map(data?.places.flatMap((one) => (one.accountName ? [[one.account, one.accountName]] : []))),
    [data],
  );
}

/** Who is signed in in this browser now, whoever this page was loaded for. */
export async function readOperator(): Promise<OperatorInfo | null> {
  const session: { operator?: OperatorInfo } = await (await ask('/api/auth/session')).json();
  return session.operator ?? null;
}

/** Goes on with a page whose operator has signed in anew: same person, same scope, another sign-in. */
export function resumeAs(client: QueryClient, operator: OperatorInfo): void {
  noteSignIn(operator);
  noteReadOnly(operator);
  client.setQueryData(operatorKey, operator);
  forgetSessionEnd();
}
