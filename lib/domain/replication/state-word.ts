import type { Cell, CellState } from './cell.ts';

const words: Readonly<Record<CellState, string>> = {
  primary: 'Primary',
  'in-sync': 'In sync',
  'in-progress': 'Copying',
  failed: 'Failed',
  behind: 'Behind',
  missing: 'Missing',
  uncompared: 'Not compared',
  twin: 'Standalone',
  unreadable: 'Not readable',
  unread: 'Not read yet',
  none: 'No replica',
};

/** What a cell is called: its state, or why it could not be read where that is known. */
export const cellWord = ({ state, why }: Pick<Cell, 'state' | 'why'>): string => {
  if (state !== 'unreadable' || why === undefined || why === 'region-closed') return words[state];
  return why === 'denied' ? 'Denied' : 'No answer';
};

/** What a state of a cell is called, on the page and in what is taken away from it. */
export const stateWord = (state: CellState): string => words[state];
