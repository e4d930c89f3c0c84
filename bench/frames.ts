import { quantile } from './quantile.ts';
import { atMost, type Result, round, told } from './report.ts';
import type { Scrolling } from './trace.ts';

/** What scrolling cost the main thread in each frame, against the limits of every table. */
export function judgedFrames(what: string, { work, intervals }: Scrolling): Result[] {
  const long = (100 * work.filter((ms) => ms > 33).length) / work.length;
  const late = (100 * intervals.filter((ms) => ms > 34).length) / intervals.length;
  return [
    atMost(`${what}, work in a frame, p95 of ${work.length}`, quantile(work, 0.95), 16, 'ms'),
    atMost(`${what}, frames with more than 33 ms of work`, long, 1, '%'),
    told(`${what}, frames that came later than 34 ms`, `${round(late)} %`),
  ];
}
