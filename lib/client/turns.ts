import { lostProblem } from '@/lib/contract/lost';
import { ProblemError } from '@/lib/contract/problem-error';

/** Lets so many do something at once; the others wait for their turn. */
export interface Turns {
  take<T>(run: () => T | Promise<T>): Promise<T>;
  /** Whoever still waits goes away with a failure that says so. */
  dismiss(): void;
}

/** Whoever has the connections for itself need not wait. */
export const AT_ONCE: Pick<Turns, 'take'> = { take: async (run) => run() };

/** Turns for so many at once. */
export function createTurns(most: number): Turns {
  let running = 0;
  let waiting: { begin: () => void; leave: (cause: unknown) => void }[] = [];
  const next = () => {
    running -= 1;
    waiting.shift()?.begin();
  };
  return {
    async take(run) {
      if (running >= most) {
        await new Promise<void>((begin, leave) => waiting.push({ begin, leave }));
      }
      running += 1;
      try {
        return await run();
      } finally {
        next();
      }
    },
    dismiss() {
      const left = waiting;
      waiting = [];
      const detail = 'It was stopped before its turn to be read.';
      for (const { leave } of left) leave(new ProblemError(lostProblem('aws-unavailable', { detail })));
    },
  };
}
