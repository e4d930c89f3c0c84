import { setTimeout as pause } from 'node:timers/promises';

/** Waits until an address answers 2xx, asking again and again; throws when it has not after so many seconds. */
export async function waitFor(url: string, seconds: number): Promise<void> {
  const until = Date.now() + seconds * 1_000;
  while (Date.now() < until) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error(`${url} has not answered within ${seconds} seconds.`);
}
