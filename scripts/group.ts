import { type Child, type ChildOptions, startNode } from './child.ts';

/** Processes that live and end together. */
export interface Group {
  /** Starts one more; if it ends before it is asked to, so do all, with its name and ending as the reason. */
  start(name: string, args: readonly string[], options: ChildOptions): Child;
  /** Ends all, prints the reason if there is one, and leaves. */
  end(reason?: string): Promise<never>;
}

/** An empty group; Ctrl-C, a closed terminal, SIGTERM and the end of whoever started us end it. */
export function createGroup(): Group {
  const children: Child[] = [];
  let ending: Promise<never> | undefined;
  const group: Group = {
    start(name, args, options) {
      const child = startNode(args, options);
      children.push(child);
      // Ctrl-C reaches the children too, perhaps before us: a moment tells who ended whom.
      void child.ended.then((how) =>
        setTimeout(() => void group.end(`The ${name} has ended (${how}).`), 200),
      );
      return child;
    },
    end(reason) {
      ending ??= leave(children, reason);
      return ending;
    },
  };
  onOrphaned(() => void group.end());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void group.end());
  return group;
}

async function leave(children: readonly Child[], reason: string | undefined): Promise<never> {
  await Promise.all(children.map((child) => child.stop()));
  if (reason !== undefined) console.error(reason);
  process.exit(reason === undefined ? 0 : 1);
}

// npm hands a SIGTERM to the shell between it and us, and the shell keeps it to itself.
function onOrphaned(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
}
