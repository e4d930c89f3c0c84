import type { GlyphShape } from '@/components/ui/glyph';
import type { Tone } from '@/components/ui/tone';
import type { CellState } from '@/lib/domain/replication/cell';

interface StateLook {
  /** In a cell, where the column says the region. */
  readonly word: string;
  readonly shape?: GlyphShape;
  readonly ink: string;
  /** Only trouble is tinted. */
  readonly block?: string;
  readonly tone: Tone;
}

const looks: Readonly<Record<CellState, StateLook>> = {
  primary: { word: 'Primary', ink: 'text-fg-3', block: 'border-line-strong text-fg', tone: 'ok' },
  'in-sync': { word: 'In sync', shape: 'disc', ink: 'text-ok-mark', tone: 'ok' },
  'in-progress': {
    word: 'Copying',
    shape: 'half',
    ink: 'text-progress-mark',
    block: 'border-progress-line bg-progress-soft text-progress',
    tone: 'progress',
  },
  failed: {
    word: 'Failed',
    shape: 'cross',
    ink: 'text-fail-mark',
    block: 'border-fail-line bg-fail-soft text-fail',
    tone: 'fail',
  },
  behind: {
    word: 'Behind',
    shape: 'triangle',
    ink: 'text-warn-mark',
    block: 'border-warn-line bg-warn-soft text-warn',
    tone: 'warn',
  },
  missing: {
    word: 'Missing',
    shape: 'triangle',
    ink: 'text-warn-mark',
    block: 'border-warn-line border-dashed bg-warn-soft text-warn',
    tone: 'warn',
  },
  uncompared: {
    word: 'Not compared',
    shape: 'ring',
    ink: 'text-warn-mark',
    block: 'border-warn-line border-dashed text-fg-2',
    tone: 'warn',
  },
  twin: {
    word: 'Standalone',
    shape: 'hollow',
    ink: 'text-warn-mark',
    block: 'border-line-strong text-fg-2',
    tone: 'warn',
  },
  unreadable: {
    word: 'Not readable',
    shape: 'ring',
    ink: 'text-fg-3',
    block: 'border-dashed border-line-strong text-fg-2',
    tone: 'idle',
  },
  unread: { word: 'Not read yet', shape: 'hollow', ink: 'text-fg-3', tone: 'idle' },
  none: { word: 'No replica', ink: 'text-fg-3', tone: 'idle' },
};

/** How a state of a cell looks and is called, everywhere. */
export const stateLook = (state: CellState): StateLook => looks[state];

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
