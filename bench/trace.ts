/** What scrolling came to, frame by frame, in milliseconds. */
export interface Scrolling {
  /** What the page's main thread worked, by the processor's time: other programs of a busy machine don't count. */
  readonly work: readonly number[];
  /** From the beginning of one frame to that of the next. */
  readonly intervals: readonly number[];
}

/** An event of Chromium's trace; times are microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** The processor's time of it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/**
 * The frames between the first and the last movement of a scroller, each with all tasks that began before the next
 * frame did, those of timers and garbage collection included.
 */
export function mainThreadFrames(events: readonly TraceEvent[]): Scrolling {
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const scrolled = events.filter(({ name }) => name === 'ScrollLayer');
  const main = threads.find(({ pid, tid }) =>
    scrolled.some((event) => event.pid === pid && event.tid === tid),
  );
  if (!main) throw new Error('The trace shows no scrolling.');
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const times = scrolled.map(({ ts }) => ts);
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const begins = own
    .filter(({ name, ph, ts }) => name === 'AnimationFrame' && ph === 'b' && ts >= from && ts <= until)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const work: number[] = [];
  const intervals: number[] = [];
  for (const [at, begin] of begins.entries()) {
    const next = begins[at + 1];
    if (next === undefined) break;
    const within = tasks.filter(({ ts }) => ts >= begin && ts < next);
    work.push(within.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1_000);
    intervals.push((next - begin) / 1_000);
  }
  return { work, intervals };
}
