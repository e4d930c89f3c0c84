import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { AddPlace } from '@/components/sign-in/add-place';
import { Button } from '@/components/ui/button';
import { useOperator } from '@/lib/client/operator';

/** Beside a problem of a scope whose credentials have ended: adds it again, with what is typed still there. */
export function AddAgain() {
  const { data: operator } = useOperator();
  const path = usePathname();
  const [adding, setAdding] = useState(false);
  if (!operator) return null;
  return (
    <>
      <Button onClick={() => setAdding(true)}>Add it again</Button>
      {adding && (
        <AddPlace
          operator={operator}
          // Other pages show several accounts: there it need not be the one the page works as.
          ended={path === '/secret' ? operator.scope : undefined}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
