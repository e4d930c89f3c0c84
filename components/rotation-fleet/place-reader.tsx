import { useEffect } from 'react';
import { type PlaceReading, usePlaceReading } from '@/components/rotation-fleet/use-place-reading';
import { usePlaceInventory } from '@/lib/client/fleet';
import { fleetTurns } from '@/lib/client/fleet-turns';

interface PlaceReaderProps {
  readonly scope: string;
  readonly now: number;
  readonly onReading: (reading: PlaceReading) => void;
}

/** Reads the rotations of one of several accounts, in turn with the others, and shows nothing. */
export function PlaceReader({ scope, now, onReading }: PlaceReaderProps) {
  const reading = usePlaceReading(scope, usePlaceInventory(scope), now, fleetTurns);
  useEffect(() => onReading(reading), [reading, onReading]);
  return null;
}
