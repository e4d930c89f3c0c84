import 'server-only';
import { beginDrain } from './drain';
import { log } from './log';

/**
 * How long answers under way may take once the process was asked to end, in milliseconds: longer than a write and what is
 * read after it, shorter than the 30 seconds after which ECS and Kubernetes kill.
 */
const LONGEST_LEAVE = 25_000;

/**
 * Leaves in order at SIGTERM and SIGINT. The framework stops listening and waits for the answers under way; here streams
 * are told to end, and whatever does not come to an end is left behind after a while.
 */
export function leaveInOrder(): void {
  const leave = (signal: NodeJS.Signals) => {
    log('info', 'leaving', { signal });
    beginDrain();
    setTimeout(() => {
      log('warn', 'left-behind', { after: LONGEST_LEAVE });
      process.exit(1);
    }, LONGEST_LEAVE).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(signal));
}
