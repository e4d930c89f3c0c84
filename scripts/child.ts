import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process of ours. */
export interface Child {
  readonly pid: number | undefined;
  /** Settles when the process is gone, with how it ended in words. */
  readonly ended: Promise<string>;
  /** Asks it to end, and after a grace period makes it. */
  stop(): Promise<void>;
}

/** What a process is started with. */
export interface ChildOptions {
  readonly env: NodeJS.ProcessEnv;
  /** How long it may take to end by itself, in milliseconds; 4 seconds unless told otherwise. */
  readonly grace?: number;
  /** Gets each line of standard output; standard error goes where ours goes. */
  readonly onLine: (line: string) => void;
}

const GRACE = 4_000;

/** Starts a script with the Node that runs us, so that a pinned Node stays the same one all the way down. */
export function startNode(args: readonly string[], { env, onLine, grace = GRACE }: ChildOptions): Child {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', onLine);
  let gone = false;
  const ended = new Promise<string>((resolve) => {
    const end = (how: string) => {
      gone = true;
      resolve(how);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  return {
    pid: child.pid,
    ended,
    async stop() {
      if (gone) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), grace);
      await ended;
      clearTimeout(force);
    },
  };
}
