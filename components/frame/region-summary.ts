/** How reading went in one region. */
export interface RegionReading {
  readonly region: string;
  readonly state: 'reading' | 'read' | 'failed' | 'stopped';
  /** ISO instant of the last good read. */
  readonly at?: string | undefined;
  /** What is the matter, in a few words: "access denied". */
  readonly word?: string | undefined;
  /** It was refused, which is marked by a lock. */
  readonly denied?: boolean | undefined;
}

/** All regions in one line, trouble first: a failing region never hides behind good ones. */
export function summarise(regions: readonly RegionReading[], noun = 'region'): string {
  const failed = regions.filter(({ state }) => state === 'failed');
  const reading = regions.filter(({ state }) => state === 'reading').length;
  const stopped = regions.filter(({ state }) => state === 'stopped').length;
  const read = regions.length - failed.length - reading - stopped;
  const of = regions.length === 1 ? `1 ${noun}` : `${regions.length} ${noun}s`;
  const parts = [
    ...failed.map(({ region, word }) => `${region} ${word ?? 'not read'}`).slice(0, 1),
    ...(failed.length > 1 ? [`${failed.length - 1} more not read`] : []),
    ...(stopped > 0 ? [`${stopped} stopped`] : []),
    ...(reading > 0
      ? [`reading ${reading} of ${of}`]
      : [`${read === regions.length ? of : `${read} of ${of}`} read`]),
  ];
  return regions.length === 0 ? 'No region read yet' : parts.join(', ');
}
