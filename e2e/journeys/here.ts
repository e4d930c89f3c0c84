import { pairOf } from '../../scripts/addresses.ts';

/** The console and the sandbox of this worker. */
export const here = pairOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0));
