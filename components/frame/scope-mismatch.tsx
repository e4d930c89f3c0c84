import { UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { later } from '@/components/ui/later';
import { secretsPath, signInPath } from '@/lib/client/paths';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { placeRole } from '@/lib/domain/place-role';

const AddPlace = later(async () => (await import('@/components/sign-in/add-place')).AddPlace);

/** A link of an account and role that the sign-in does not hold: nothing of it is read with what happens to be here. */
export function ScopeMismatch({ wanted, operator }: { wanted: string; operator: OperatorInfo }) {
  const [adding, setAdding] = useState(false);
  const back = window.location.pathname + window.location.search;
  const role = placeRole(wanted);
  return (
    <>
      <EmptyState
        icon={UserRoundX}
        title="You are not signed in to the account and role of this link"
        heading
        action={
          <>
            <Button variant="primary" onClick={() => setAdding(true)}>
              Add {role} to your sign-in
            </Button>
            <Button onClick={() => window.location.assign(signInPath(back))}>
              Sign in as another operator
            </Button>
            <Button onClick={() => window.location.assign(secretsPath(operator.scope))}>
              Go to your secrets
            </Button>
          </>
        }
      >
        It was made for <code className="font-mono">{role}</code> in account{' '}
        <code className="font-mono">{accountNumber(wanted.split('.')[0] ?? '')}</code>; you are signed in as{' '}
        {operator.places.map(({ scope, account }, at) => (
          <span key={scope}>
            {at > 0 && ', '}
            <code className="font-mono">{placeRole(scope)}</code> in{' '}
            <code className="font-mono">{accountNumber(account)}</code>
          </span>
        ))}
        .
      </EmptyState>
      {adding && <AddPlace operator={operator} onClose={() => setAdding(false)} />}
    </>
  );
}
