import { signIn, signInAnew } from './browser-session.ts';
import { readInventory } from './inventory-reading.ts';
import { peakMegabytes } from './memory.ts';
import { atMost, exactly, type Result, told } from './report.ts';
import type { Stage } from './stage.ts';

const AT_ONCE = 10;
/** Those of the sandbox's operators who may list every region. */
const NAMES = ['riley', 'dana', 'sam'] as const;

/** Ten people, each with a sign-in and keys of their own, open the table in the same moment. */
export async function measureOperators({ port, endpoint, pid }: Stage, secrets: number): Promise<Result[]> {
  const sessions = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, at) => {
      const name = NAMES[at % NAMES.length]!;
      return at < NAMES.length ? signIn(port, name) : signInAnew(port, endpoint, name);
    }),
  );
  const start = performance.now();
  const readings = await Promise.all(sessions.map(readInventory));
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  const read = readings.reduce((sum, { rows }) => sum + rows, 0);
  return [
    exactly(`rows ${AT_ONCE} operators read at once`, String(read), String(AT_ONCE * secrets)),
    told(`time until ${AT_ONCE} operators had read them`, `${seconds} s`),
    atMost(`memory (RSS) of the console, highest up to then`, peakMegabytes(pid), 400, 'MB'),
  ];
}
