import { AccountBar } from '@/components/frame/account-bar';
import { ReplicationCounter } from '@/components/replication/replication-counter';
import { useOutOfSync } from '@/lib/client/out-of-sync';

/** The accounts of the sign-in, with how many replicas are out of sync in each. */
export function ReplicationAccounts({ ready }: { ready: boolean }) {
  return (
    <AccountBar
      path="/replication"
      words="out of sync"
      useCount={useOutOfSync}
      ready={ready}
      counter={ReplicationCounter}
    />
  );
}
