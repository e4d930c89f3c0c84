interface Noting {
  readonly times: number[];
  readonly end: () => void;
}

/**
 * Runs in the page: notes each frame in which such an event came, in milliseconds after a mark that it makes at once.
 * One mark and not one a frame: while a trace is taken some of them cost two milliseconds, as much as what is measured.
 */
export function noteFrames([mark, type]: readonly [string, string]): void {
  const zero = performance.mark(mark).startTime;
  const times: number[] = [];
  let came = false;
  let frame = 0;
  const onEvent = () => {
    came = true;
  };
  const onFrame = () => {
    if (came) times.push(performance.now() - zero);
    came = false;
    frame = requestAnimationFrame(onFrame);
  };
  addEventListener(type, onEvent, { capture: true, passive: true });
  frame = requestAnimationFrame(onFrame);
  const end = () => {
    removeEventListener(type, onEvent, { capture: true });
    cancelAnimationFrame(frame);
  };
  Reflect.set(window, 'benchNoting', { times, end } satisfies Noting);
}

/** Runs in the page: the frames noted, and no more from now on. */
export function notedFrames(): readonly number[] {
  const { times, end } = Reflect.get(window, 'benchNoting') as Noting;
  end();
  return times;
}
