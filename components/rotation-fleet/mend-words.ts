import { FlaskConical, type LucideIcon, Power, RefreshCw, Tag } from 'lucide-react';
import { causeWords } from '@/components/triage/cause-words';
import type { Tone } from '@/components/ui/tone';
import type { MendStage } from '@/lib/client/rotation-fleet/mend-one';
import type { MendKind, MendPlan } from '@/lib/domain/rotation-fleet/mend-plan';
import type { NotMended } from '@/lib/domain/rotation-fleet/why-not-mended';

/** One thing that can be done to the secrets of a group, in words. */
export interface MendWords {
  readonly title: string;
  readonly icon: LucideIcon;
  /** What the button says before `this one` or `the other 6`. */
  readonly act: string;
  readonly does: string;
}

const words: Record<MendKind, MendWords> = {
  retry: {
    title: 'Retry one first',
    icon: RefreshCw,
    act: 'Retry',
    does: 'AWSPENDING is taken off where a failed attempt left it, because AWS refuses to rotate before; then AWS makes a new version and sets a new password.',
  },
  unstick: {
    title: 'Remove AWSPENDING',
    icon: Tag,
    act: 'Remove it from',
    does: 'The label is taken off; the version and its value stay until AWS purges them. Nothing is rotated by this.',
  },
  test: {
    title: 'Test without rotating',
    icon: FlaskConical,
    act: 'Test',
    does: 'AWS calls testSecret alone, with a copy of the current value that it takes away again. Nothing is rotated, and no password changes. How it ended is read from the function’s log; CloudTrail tells it some minutes later.',
  },
  cancel: {
    title: 'Turn rotation off',
    icon: Power,
    act: 'Turn off',
    does: 'No rotation comes by itself any more, and one that has failed is not tried again, until a schedule is set anew. Where AWSPENDING was left behind it stays.',
  },
};

/** What is done to the secrets of a group, in words. */
export const mendWords = (kind: MendKind): MendWords => words[kind];

const stages: Record<MendStage['stage'], readonly [Tone, string]> = {
  asking: ['progress', 'asking AWS'],
  rotating: ['progress', 'rotating'],
  testing: ['progress', 'testing'],
  done: ['ok', 'done'],
  passed: ['ok', 'ended, no failure in its log'],
  untold: ['warn', 'ended, its log does not tell how'],
  'not-ended': ['warn', 'no end seen'],
  'still-pending': ['warn', 'still there'],
  'still-on': ['warn', 'still on'],
  'test-failed': ['fail', 'test failed'],
  refused: ['fail', 'refused'],
};

/** How far a secret is: its tone and its words. */
export const stageLook = ({ stage }: MendStage): readonly [Tone, string] => stages[stage];

/** Why the run was stopped at a secret, other than by a refusal of AWS. */
export function surpriseWords(stage: Exclude<MendStage, { stage: 'refused' }>): string {
  switch (stage.stage) {
    case 'still-pending':
      return 'AWS took the call, and AWSPENDING is where it was.';
    case 'still-on':
      return 'AWS took the call, and rotation is still on.';
    case 'test-failed':
      return `The log of the test: ${causeWords(stage.cause)}. Its rotation would fail as well.`;
    default:
      return 'AWS has begun, and in 90 seconds its labels have not shown an end. CloudTrail tells a failure some minutes late.';
  }
}

const setWords: Record<MendPlan['setSecret'], string> = {
  ran: 'setSecret ran: the pending value may be the live password, and the only record of it.',
  'may-have': 'It stopped in setSecret: the pending value may be the live password.',
  'did-not': 'setSecret did not run: the pending value was never set.',
  unknown: 'Whether setSecret ran was not read: the pending value may be the live password.',
};

/** What to know of one secret before something is done to it. */
export function planNote(kind: MendKind, { pending, setSecret, quiet, off }: MendPlan): string {
  return [
    ...labelNote(kind, pending, setSecret),
    ...(off && kind === 'retry' ? ['Its rotation is off, and this turns it on.'] : []),
    ...(quiet ? [] : ['Its window is open or its last attempt has no known end: AWS may be at it now.']),
  ].join(' ');
}

function labelNote(kind: MendKind, pending: string | undefined, setSecret: MendPlan['setSecret']): string[] {
  if (kind === 'test') return [];
  if (kind !== 'cancel') return [pending ? setWords[setSecret] : 'AWSPENDING is not in the way.'];
  return pending
    ? ['AWSPENDING stays on its version, and holds up the next rotation until it is taken off.']
    : [];
}

const leftOut: Record<NotMended, string> = {
  deleted: 'scheduled for deletion',
  replica: 'a copy whose primary was not read',
  managed: 'rotated by the service that owns it',
  running: 'rotating now',
  off: 'rotation is off',
  'no-function': 'no function is set',
  pending: 'AWSPENDING was left on another version, and AWS refuses a test until that is taken off',
  'not-pending': 'AWSPENDING was not left behind',
  refused: 'AWS has refused it, and is not asked again before Refresh',
};

/** Why some of a group are left out. */
export const leftOutWords = (why: NotMended): string => leftOut[why];
