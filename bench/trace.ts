/** The name of the mark a page makes in each frame in which it was scrolled. */
export const FRAME_MARK = 'bench-frame';

/** An event of Chromium's trace; times are microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** The processor's time of it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** What scrolling came to, frame by frame, in milliseconds. */
export interface Scrolling {
  /** What the page's main thread worked, by the processor's time: other programs of a busy machine don't count. */
  readonly work: readonly number[];
  /** From one frame to the next. */
  readonly intervals: readonly number[];
}

/** From mark to mark all tasks of the thread that made them: the page's own, layout, paint, timers, collections. */
export function mainThreadFrames(events: readonly TraceEvent[]): Scrolling {
  const marks = events.filter(({ name }) => name === FRAME_MARK);
  const [main] = marks;
  if (!main) throw new Error('The trace shows no scrolling.');
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === main.pid && tid === main.tid,
  );
  const frames = marks.map(({ ts }) => ts).sort((a, b) => a - b);
  const work: number[] = [];
  const intervals: number[] = [];
  for (const [at, begin] of frames.entries()) {
    const next = frames[at + 1];
    if (next === undefined) break;
    // The task a mark is made in lays out and paints that very frame: a task belongs to where it ends.
    const own = tasks.filter(({ ts, dur = 0 }) => ts + dur > begin && ts + dur <= next);
    work.push(own.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1_000);
    intervals.push((next - begin) / 1_000);
  }
  return { work, intervals };
}
