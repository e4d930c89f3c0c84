/** How long an undo is offered, in milliseconds, unless a label moves first. */
export const UNDO_WINDOW = 600_000;
