/** Which track of its row a cell lies in; the first is the box's. */
export const trackOf = (cell: HTMLElement): number => [...(cell.parentElement?.children ?? [])].indexOf(cell);

/** How wide that track is now, in pixels at 16 px type, as a layout counts; the cell itself may reach beyond it. */
export function trackWidth(cell: HTMLElement): number {
  const tracks = cell.parentElement
    ? getComputedStyle(cell.parentElement).gridTemplateColumns.split(' ')
    : [];
  return (Number.parseFloat(tracks[trackOf(cell)] ?? '') * 16) / remInPixels();
}

/** The reader's own type size, in pixels. */
export const remInPixels = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
