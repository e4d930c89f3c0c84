import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { OperatorInfo } from '@/lib/contract/operator';
import { noteReadOnly } from './read-only';
import { ask } from './request';
import { forgetSessionEnd } from './session-end';
import { noteSignIn } from './sign-in-mark';

const queryKey = ['operator'];

/** Who is signed in; null: nobody. Fetched, never rendered into the page's HTML. */
export function useOperator() {
  return useQuery({
    queryKey,
    queryFn: async () => {
      const operator = await readOperator();
      noteSignIn(operator);
      noteReadOnly(operator);
      return operator;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
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
  client.setQueryData(queryKey, operator);
  forgetSessionEnd();
}
