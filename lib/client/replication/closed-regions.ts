import { useMemo, useRef } from 'react';
import type { Problem } from '@/lib/contract/problem';
import { awsNow } from '../aws-time';
import type { InventoryState } from '../inventory-state';
import type { ReplicationReader } from './reader';

interface Closed {
  readonly problem: Problem | undefined;
  /** AWS's clock, epoch milliseconds. */
  readonly since: number | undefined;
}

/** Why each closed region is closed, and since when this page knows it. */
export function useClosedRegions(
  state: InventoryState,
  reader: ReplicationReader,
  closed: ReadonlySet<string>,
): ReadonlyMap<string, Closed> {
  const since = useRef(new Map<string, number>());
  return useMemo(() => {
    for (const region of since.current.keys()) if (!closed.has(region)) since.current.delete(region);
    return new Map(
      [...closed].map((region): [string, Closed] => {
        const read = reader.closed.get(region);
        const first = since.current.get(region) ?? read?.since ?? awsNow();
        since.current.set(region, first);
        const listed = state.regions.find((one) => one.region === region)?.problem;
        return [region, { problem: read?.problem ?? listed, since: first }];
      }),
    );
  }, [state, reader, closed]);
}
