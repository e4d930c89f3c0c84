import { useEffect, useMemo } from 'react';
import { useClock } from '@/components/frame/use-clock';
import { awsNow } from '@/lib/client/aws-time';
import { useFolded, useInventory } from '@/lib/client/inventory';
import { reachOf } from '@/lib/client/rotation-fleet/fleet-reading';
import { noteRotationCount } from '@/lib/client/rotation-fleet/rotation-count';
import { rotatingRegions, useFleet } from '@/lib/client/rotation-fleet/use-fleet';
import { useTold } from '@/lib/client/rotation-fleet/use-told';
import { unlistedOf } from '@/lib/client/unlisted';
import { tabOf } from '@/lib/domain/rotation-fleet/fleet-secret';

interface RotationCounterProps {
  readonly scope: string;
  readonly onDone: (scope: string) => void;
}

/** Counts the rotations that fail in an account the page does not show; it reads what the page would, without evidence. */
export function RotationCounter({ scope, onDone }: RotationCounterProps) {
  const { state, error } = useInventory(scope);
  const secrets = useFolded(state);
  const rotating = useMemo(() => rotatingRegions(secrets), [secrets]);
  const regions = useMemo(() => rotating.split(' ').filter((one) => one !== ''), [rotating]);
  const told = useTold(scope, regions);
  const now = useClock(awsNow, 60_000) ?? awsNow();
  const { fleet } = useFleet(secrets, told.told, now);
  const reading = !error && (!state.ended || state.regions.length === 0 || told.reading);
  const blind = unlistedOf(state).length > 0 || told.told.some((one) => reachOf(one) === undefined);
  const open = fleet.filter((one) => tabOf(one.state.kind) === 'open').length;
  useEffect(() => {
    if (reading) return;
    noteRotationCount(scope, error || blind ? undefined : open);
    onDone(scope);
  }, [scope, reading, error, blind, open, onDone]);
  return null;
}
