import type { Tone } from '@/components/ui/tone';
import type { RegionFollow } from '@/lib/client/follow';

/** How a region stands after a move, in the words the receipt uses too. */
export function followWord({ state, problem }: RegionFollow): string {
  switch (state) {
    case 'confirmed':
      return 'read back, on the new version';
    case 'waiting':
      return 'in progress, still serves the version before';
    case 'behind':
      return 'behind, still serves the version before';
    case 'elsewhere':
      return 'on a third version';
    case 'unreadable':
      return `not readable: ${problem?.title ?? 'no answer'}`;
    case 'unread':
      return 'not read back yet';
  }
}

/**
 * All regions in one badge: the worst first, and never done before every region has answered, nor while it is not
 * known which there are.
 */
export function summaryOf(regions: readonly RegionFollow[], allKnown: boolean): { tone: Tone; text: string } {
  const count = (...states: RegionFollow['state'][]) =>
    regions.filter(({ state }) => states.includes(state)).length;
  const done = count('confirmed');
  const all = regions.length;
  const places = all === 1 ? '1 region' : `${all} regions`;
  if (done === all && !allKnown) return { tone: 'warn', text: `${places} confirmed, replicas not known` };
  if (done === all) return { tone: 'ok', text: `Confirmed in ${places}` };
  if (count('elsewhere') > 0) return { tone: 'warn', text: 'Moved again since' };
  if (count('behind') > 0) return { tone: 'warn', text: `Behind in ${count('behind')} of ${places}` };
  if (count('waiting', 'unread') > 0) return { tone: 'progress', text: `Verifying, ${done} of ${all}` };
  return { tone: 'warn', text: `Confirmed in ${done} of ${places}` };
}
