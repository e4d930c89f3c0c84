import { useQuery } from '@tanstack/react-query';
import type { OperatorInfo } from '@/lib/contract/operator';
import { ask } from './request';
import { noteSignIn } from './sign-in-mark';

/** Who is signed in; null: nobody. Fetched, never rendered into the page's HTML. */
export function useOperator() {
  return useQuery({
    queryKey: ['operator'],
    queryFn: async (): Promise<OperatorInfo | null> => {
      const session: { operator?: OperatorInfo } = await (await ask('/api/auth/session')).json();
      const operator = session.operator ?? null;
      noteSignIn(operator);
      return operator;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
