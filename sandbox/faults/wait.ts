/** Waits so many milliseconds, or until one of the signals says that nobody needs to wait any more. */
export function wait(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  const ended = AbortSignal.any([...signals]);
  if (ended.aborted || ms <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = ms === Number.POSITIVE_INFINITY ? undefined : setTimeout(done, ms);
    ended.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      ended.removeEventListener('abort', done);
      resolve();
    }
  });
}
