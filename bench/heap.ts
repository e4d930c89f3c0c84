import type { CDPSession } from '@playwright/test';

/** What a page's scripts hold, after everything that nobody holds is collected; in megabytes. */
export async function heapMegabytes(network: CDPSession): Promise<number> {
  await network.send('HeapProfiler.enable');
  // What a first collection lets go of may hold more.
  for (let time = 0; time < 3; time += 1) await network.send('HeapProfiler.collectGarbage');
  const { usedSize } = await network.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}
