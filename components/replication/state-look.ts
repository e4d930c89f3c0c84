import type { GlyphShape } from '@/components/ui/glyph';
import type { Tone } from '@/components/ui/tone';
import type { CellState } from '@/lib/domain/replication/cell';
import { stateWord } from '@/lib/domain/replication/state-word';

interface StateLook {
  readonly shape?: GlyphShape;
  readonly ink: string;
  /** Only trouble is tinted. */
  readonly block?: string;
  readonly tone: Tone;
}

const looks: Readonly<Record<CellState, StateLook>> = {
  primary: { ink: 'text-fg-3', block: 'border-line-strong text-fg', tone: 'ok' },
  'in-sync': { shape: 'disc', ink: 'text-ok-mark', tone: 'ok' },
  'in-progress': {
    shape: 'half',
    ink: 'text-progress-mark',
    block: 'border-progress-line bg-progress-soft text-progress',
    tone: 'progress',
  },
  failed: {
    shape: 'cross',
    ink: 'text-fail-mark',
    block: 'border-fail-line bg-fail-soft text-fail',
    tone: 'fail',
  },
  behind: {
    shape: 'triangle',
    ink: 'text-warn-mark',
    block: 'border-warn-line bg-warn-soft text-warn',
    tone: 'warn',
  },
  missing: {
    shape: 'triangle',
    ink: 'text-warn-mark',
    block: 'border-warn-line border-dashed bg-warn-soft text-warn',
    tone: 'warn',
  },
  uncompared: {
    shape: 'ring',
    ink: 'text-warn-mark',
    block: 'border-warn-line border-dashed text-fg-2',
    tone: 'warn',
  },
  twin: {
    shape: 'hollow',
    ink: 'text-warn-mark',
    block: 'border-line-strong text-fg-2',
    tone: 'warn',
  },
  unreadable: {
    shape: 'ring',
    ink: 'text-fg-3',
    block: 'border-dashed border-line-strong text-fg-2',
    tone: 'idle',
  },
  unread: { shape: 'hollow', ink: 'text-fg-3', tone: 'idle' },
  none: { ink: 'text-fg-3', tone: 'idle' },
};

// Made once: a look is asked for by every cell of every frame.
const named = new Map(
  (Object.keys(looks) as CellState[]).map((state) => [state, { ...looks[state], word: stateWord(state) }]),
);

/** How a state of a cell looks and is called, everywhere. */
export const stateLook = (state: CellState): StateLook & { readonly word: string } => named.get(state)!;

/** The states one can filter by, worst first, with what so many of them are called. */
export const filterStates = [
  ['failed', 'failed'],
  ['behind', 'behind'],
  ['missing', 'missing'],
  ['uncompared', 'not compared'],
  ['in-progress', 'in progress'],
  ['twin', 'standalone'],
  ['unreadable', 'not readable'],
  ['in-sync', 'in sync'],
] as const satisfies readonly (readonly [CellState, string])[];

/** What is said above the rows in which nothing is wrong. */
export const calmWords = (reading: boolean): string =>
  reading ? 'Nothing wrong found so far' : 'In sync in every region that can be read';
