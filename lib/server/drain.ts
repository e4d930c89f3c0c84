import 'server-only';

// What runs before the console answers (instrumentation.ts) is bundled apart from the doors: a module is not one there.
const KEY = Symbol.for('keyturn.leaving');
const shared = globalThis as { [KEY]?: AbortController };
shared[KEY] ??= new AbortController();
const leaving = shared[KEY];

/** Aborted once the process has been asked to end: streams end with it, and it is ready for nothing more. */
export const drained: AbortSignal = leaving.signal;

/** Begins to leave; what is under way at AWS is finished. */
export function beginDrain(): void {
  leaving.abort();
}
