import { causeWords } from '@/components/triage/cause-words';
import type { Tone } from '@/components/ui/tone';
import type { FleetStateKind, FleetTab } from '@/lib/domain/rotation-fleet/fleet-secret';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';

const titles: Record<FleetStateKind, string> = {
  off: 'Off',
  scheduled: 'Scheduled, not rotated yet',
  'window-open': 'The window is open',
  running: 'Rotating now',
  succeeded: 'Rotated',
  'will-retry': 'Rotation fails',
  'gave-up': 'Rotation fails',
  overdue: 'Overdue',
  stuck: 'Stuck AWSPENDING',
  abandoned: 'Abandoned',
  impaired: 'Managed rotation is impaired',
  unknown: 'Not known',
};

/** A group in a sentence: its cause where evidence has shown one, else what is known without. */
export function groupTitle({ state, step, cause, secrets, failures }: FleetGroup): string {
  if (cause) return causeWords(cause);
  if (state === 'unknown') return secrets[0]?.state.evidence ?? titles.unknown;
  if (state === 'gave-up' || state === 'will-retry') {
    if (failures === 0) return 'Rotation fails, and how was not read';
    return step ? `Rotation fails in ${step}` : 'Rotation fails, and no step is told';
  }
  return titles[state];
}

/** What the secrets of a group share. */
export function groupShares({ functions, shared, secrets, state }: FleetGroup): string {
  const [first, second, ...more] = functions;
  const named = [...(first ? [first] : []), ...(second ? [second] : [])].join(', ');
  const all = more.length > 0 ? `${named} and ${more.length} more` : named;
  if (first) return shared ? `${all}: ${shared.kind} ${shared.name}` : all;
  if (state === 'unknown') return 'CloudTrail or the primary region is missing';
  const owner = secrets[0]?.secret.shown.owningService;
  return owner ? `rotated by ${owner}` : 'no function is set';
}

const stateTones: Record<FleetStateKind, Tone> = {
  off: 'idle',
  scheduled: 'ok',
  'window-open': 'progress',
  running: 'progress',
  succeeded: 'ok',
  'will-retry': 'fail',
  'gave-up': 'fail',
  overdue: 'warn',
  stuck: 'warn',
  abandoned: 'warn',
  impaired: 'fail',
  unknown: 'idle',
};

/** The tone of a state. */
export const stateTone = (state: FleetStateKind): Tone => stateTones[state];

const states: Record<FleetStateKind, string> = {
  ...titles,
  'will-retry': 'will be repeated',
  'gave-up': 'window closed',
  impaired: 'impaired',
  stuck: 'stuck',
  overdue: 'overdue',
  'window-open': 'window open',
  running: 'rotating',
  succeeded: 'rotated',
  scheduled: 'scheduled',
  abandoned: 'abandoned',
  unknown: 'not known',
};

/** A secret's state in a word or two. */
export const stateWords = (state: FleetStateKind): string => states[state];

/** The lists in their order, and what they are called. */
export const TAB_WORDS: readonly { readonly value: FleetTab; readonly label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'stuck', label: 'Stuck' },
  { value: 'in-flight', label: 'In flight' },
  { value: 'healthy', label: 'Healthy' },
  { value: 'unreadable', label: 'Unreadable' },
];

const empties: Record<FleetTab, string> = {
  open: 'No rotation fails',
  overdue: 'No rotation is overdue',
  stuck: 'No AWSPENDING was left behind',
  'in-flight': 'Nothing rotates now',
  healthy: 'No rotation is known to be well',
  unreadable: 'Everything could be read',
};

/** A list that is empty. */
export const emptyWords = (tab: FleetTab): string => empties[tab];

/** `7 secrets`, `1 region`. */
export const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
