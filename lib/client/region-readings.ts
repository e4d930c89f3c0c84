import type { Problem } from '@/lib/contract/problem';
import { createStore, useStore } from './store';

/** What this browser last heard from one region. */
export interface RegionReading {
  readonly region: string;
  readonly state: 'reading' | 'read' | 'failed' | 'stopped';
  /** AWS's clock at the last good read, ISO; kept when a later one fails. */
  readonly at?: string;
  readonly problem?: Problem;
}

const readings = createStore<readonly RegionReading[]>([]);

interface Seen {
  readonly at?: string;
  readonly problem?: Problem;
  readonly reading?: true;
  /** By the operator. */
  readonly stopped?: true;
}

/** Notes what a region did; a failure keeps the time of the last good read. */
export function noteRegion(region: string, seen: Seen): void {
  const known = readings.get().find((reading) => reading.region === region);
  const at = seen.at ?? known?.at;
  const next: RegionReading = {
    region,
    state: seen.reading ? 'reading' : seen.stopped ? 'stopped' : seen.problem ? 'failed' : 'read',
    ...(at ? { at } : {}),
    ...(seen.problem ? { problem: seen.problem } : {}),
  };
  const others = readings.get().filter((reading) => reading.region !== region);
  readings.set([...others, next].sort((a, b) => a.region.localeCompare(b.region)));
}

/** Calls what was read of one account otherwise: with its account, where a second one has come. */
export function renameRegions(called: (region: string) => string): void {
  readings.set(readings.get().map((reading) => ({ ...reading, region: called(reading.region) })));
}

/** Forgets all readings, when the operator changes. */
export function forgetRegions(): void {
  readings.set([]);
}

/** The last reading of every region, for the status bar. */
export function useRegionReadings(): readonly RegionReading[] {
  return useStore(readings);
}
