import type { Tone } from '@/components/ui/tone';
import type { Simulated, State } from '@/lib/domain/permissions/known';
import { readRefusal } from '@/lib/domain/permissions/read-refusal';

/** A state in a word, and its tone. */
export const stateWords: Readonly<Record<State, { readonly word: string; readonly tone: Tone }>> = {
  allowed: { word: 'allowed', tone: 'ok' },
  refused: { word: 'refused', tone: 'warn' },
  partly: { word: 'partly', tone: 'warn' },
  unknown: { word: 'unknown', tone: 'idle' },
};

const article = (policy: string) => (/^[aeiou]/i.test(policy) ? 'an' : 'a');

/** Who refused an action and which kind of policy said no, in words; what AWS does not say is said to be unsaid. */
export function refusalWords(action: string, sentence: string): string {
  const { service, policy, because, policyArn } = readRefusal(action, sentence);
  if (!policy) return `${service} refused; AWS does not say which policy`;
  const named = policyArn ? ` (${policyArn})` : '';
  return because === 'denied'
    ? `${service} refused: ${article(policy)} ${policy} denies it${named}`
    : `${service} refused: no ${policy} allows it`;
}

/** What a simulation says, in words. */
export function simulatedWords({ decision, policies, limitedBy }: Simulated): string {
  const by = policies.length > 0 ? ` by ${policies.join(', ')}` : '';
  if (decision === 'allowed') return `allowed${by}`;
  if (limitedBy) return `not allowed by ${article(limitedBy)} ${limitedBy}`;
  return decision === 'denied' ? `denied${by}` : 'no policy allows it';
}
