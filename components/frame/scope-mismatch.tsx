import { UserRoundX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { secretsPath, signInPath } from '@/lib/client/paths';
import type { OperatorInfo } from '@/lib/contract/operator';

/** A link of another account or role: nothing of it is read with the credentials that happen to be here. */
export function ScopeMismatch({ wanted, operator }: { wanted: string; operator: OperatorInfo }) {
  const back = window.location.pathname + window.location.search;
  return (
    <EmptyState
      icon={UserRoundX}
      title="This link belongs to another sign-in"
      heading
      action={
        <>
          <Button onClick={() => window.location.assign(signInPath(back))}>
            Sign in as another operator
          </Button>
          <Button onClick={() => window.location.assign(secretsPath(operator.scope))}>
            Go to your secrets
          </Button>
        </>
      }
    >
      It was made for <code className="font-mono">{wanted}</code>; you are signed in as{' '}
      <code className="font-mono">{operator.scope}</code>.
    </EmptyState>
  );
}
