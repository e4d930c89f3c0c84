import type { Tone } from '@/components/ui/tone';
import type { Simulated, State } from '@/lib/domain/permissions/known';

/** A state in a word, and its tone. */
export const stateWords: Readonly<Record<State, { readonly word: string; readonly tone: Tone }>> = {
  allowed: { word: 'allowed', tone: 'ok' },
  refused: { word: 'refused', tone: 'warn' },
  partly: { word: 'partly', tone: 'warn' },
  unknown: { word: 'unknown', tone: 'idle' },
};

/** What a simulation says, in words. */
export function simulatedWords({ decision, policies, limitedBy }: Simulated): string {
  const by = policies.length > 0 ? ` by ${policies.join(', ')}` : '';
  if (decision === 'allowed') return `allowed${by}`;
  if (limitedBy) return `a ${limitedBy} does not allow it`;
  return decision === 'denied' ? `denied${by}` : 'no policy allows it';
}
