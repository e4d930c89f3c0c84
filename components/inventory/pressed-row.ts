import type { MouseEvent } from 'react';

/**
 * The row of the table that a press opens, by its place. None where a button or a box was meant, where the browser opens a
 * new tab or window, and where text was marked to be copied.
 */
export function pressedRow(event: MouseEvent): number | undefined {
  if (!(event.target instanceof Element) || event.target.closest('button,label')) return undefined;
  const row = event.target.closest<HTMLElement>('tr[data-at]');
  if (!row) return undefined;
  if (event.target.closest('a')) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
    event.preventDefault();
  } else if (window.getSelection()?.isCollapsed === false) return undefined;
  return Number(row.dataset.at);
}
