/** The name of the mark from which a page counts the times of its frames. */
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

/**
 * From frame to frame, in milliseconds after the mark, all tasks of the thread that made it: the page's own, layout,
 * paint, timers, collections.
 */
export function mainThreadFrames(events: readonly TraceEvent[], times: readonly number[]): Scrolling {
  const main = events.find(({ name }) => name === FRAME_MARK);
  if (!main) throw new Error('The trace shows no mark.');
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === main.pid && tid === main.tid,
  );
  const frames = times.map((ms) => main.ts + ms * 1_000);
  const work: number[] = [];
  const intervals: number[] = [];
  for (const [at, begin] of frames.entries()) {
    const next = frames[at + 1];
    if (next === undefined) break;
    // The task a frame is noted in lays out and paints that very frame: a task belongs to where it ends.
    const own = tasks.filter(({ ts, dur = 0 }) => ts + dur > begin && ts + dur <= next);
    work.push(own.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1_000);
    intervals.push((next - begin) / 1_000);
  }
  return { work, intervals };
}
