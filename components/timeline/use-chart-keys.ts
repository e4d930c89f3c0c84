import type { KeyboardEvent } from 'react';
import type { useSpan } from '@/components/timeline/use-span';
import { useShortcut } from '@/lib/client/shortcut';

const MINUTE = 60_000;

interface ChartKeysProps {
  readonly view: ReturnType<typeof useSpan>;
  /** When something happened, in order. */
  readonly moments: readonly number[];
  /** Where the timeline ends. */
  readonly now: number;
  readonly pinned: number | undefined;
  /** The moment that is looked at. */
  readonly at: number;
  readonly look: (moment: number | undefined) => void;
}

/** The keys of the label timeline: from event to event, minute by minute, nearer and further, half a window on. */
export function useChartKeys({ view, moments, now, pinned, at, look }: ChartKeysProps) {
  const { span } = view;
  const step = (direction: -1 | 1) => {
    const from = pinned ?? now + 1;
    const next = direction < 0 ? moments.findLast((one) => one < from) : moments.find((one) => one > from);
    if (next !== undefined) look(next);
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    Home: () => moments[0] !== undefined && look(moments[0]),
    End: () => look(now),
    Escape: () => look(undefined),
    '+': () => view.zoom(0.5, at),
    '=': () => view.zoom(0.5, at),
    '-': () => view.zoom(2, at),
  };
  const press = (event: KeyboardEvent) => {
    const arrow = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act =
      arrow !== 0 && event.shiftKey ? () => look(Math.min(now, at + arrow * MINUTE)) : keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  useShortcut('[', () => view.move((span.from - span.to) / 2));
  useShortcut(']', () => view.move((span.to - span.from) / 2));
  return { step, press };
}
