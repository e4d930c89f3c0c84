import { useEffect } from 'react';
import { useCounted } from '@/components/replication/use-counted';
import { useRules } from '@/components/replication/use-rules';
import { useClosedRegions } from '@/lib/client/replication/closed-regions';
import { useMatrix } from '@/lib/client/replication/use-matrix';

interface ReplicationCounterProps {
  readonly scope: string;
  readonly onDone: (scope: string) => void;
}

/** Counts the replicas that are out of sync in an account the page does not show. */
export function ReplicationCounter({ scope, onDone }: ReplicationCounterProps) {
  const { rows, reader, reading, inventory, closed: failed } = useMatrix(scope, useRules(scope).text);
  const closed = useClosedRegions(inventory.state, reader, failed);
  const { error } = inventory;
  useCounted(scope, { rows, reading, closed: closed.size });
  useEffect(() => {
    if (error || !reading) onDone(scope);
  }, [scope, reading, error, onDone]);
  return null;
}
