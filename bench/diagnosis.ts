import { diagnose } from '../lib/domain/triage/diagnose.ts';
import { evidenceFrom } from '../lib/domain/triage/evidence.ts';
import { quantile } from './quantile.ts';
import { atMost, type Result } from './report.ts';

const ID = '5f2b8c10-7a44-4e0b-9c55-3a6a2f0d9e71';
const LINES = 1000;
const ATTEMPTS = 200;
const MEGABYTE = 1_000_000;
const NOISE_MS = 5;

/** How much of the processor the diagnosis takes, the collection of its garbage included: for an attempt of 1,000 log lines, and for lines that were made to be slow. */
export function measureDiagnosis(): Result[] {
  const kinds = [attempt(chatter), attempt(complaint), attempt(structured)];
  for (const log of kinds) for (let run = 0; run < 30; run++) took(log);
  const times = Array.from({ length: ATTEMPTS }, (_, run) => took(kinds[run % kinds.length]!));
  return [
    atMost(`diagnosis of an attempt of ${LINES} log lines, CPU p95`, quantile(times, 0.95), 5, 'ms'),
    ...hostile.map(([what, line]) => {
      const one = best(line(MEGABYTE));
      const double = best(line(2 * MEGABYTE));
      // Linear is twice as long; a quadratic one would take four times as long.
      return atMost(
        `hostile log line (${what}), 2 MB against 1 MB`,
        (double + NOISE_MS) / (one + NOISE_MS),
        3,
        'times',
      );
    }),
  ];
}

function took(log: readonly string[]): number {
  const before = process.cpuUsage();
  diagnose(evidenceFrom({ log }));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const best = (line: string) => Math.min(...Array.from({ length: 5 }, () => took([line])));

const attempt = (line: (index: number) => string) => [
  `START RequestId: ${ID} Version: $LATEST`,
  ...Array.from({ length: LINES - 4 }, (_, index) => line(index)),
  `[ERROR] OperationalError: (2003, "Can't connect to MySQL server on 'db.internal' (timed out)")`,
  `END RequestId: ${ID}`,
  `REPORT RequestId: ${ID}\tDuration: 9812.50 ms\tBilled Duration: 9813 ms\tMemory Size: 128 MB\tMax Memory Used: 71 MB`,
];

const chatter = (index: number) =>
  `[INFO]\t2026-10-01T00:50:11.586Z\t${ID}\tsetSecret: applied statement ${index} to the user app at db.internal`;

const complaint = (index: number) =>
  `[WARNING]\t2026-10-01T00:50:11.586Z\t${ID}\tattempt ${index} failed: could not connect to server: Connection refused`;

const structured = (index: number) =>
  JSON.stringify({
    timestamp: '2026-10-01T00:50:11.586Z',
    level: 'INFO',
    message: `row ${index}`,
    requestId: ID,
  });

// Legend: what it is made of, the line of a length.
const hostile: readonly [what: string, line: (length: number) => string][] = [
  ['one letter', (length) => `[ERROR] ${'a'.repeat(length)}`],
  [
    'words that begin every pattern',
    (length) => '[ERROR] Access denied for user password '.repeat(length / 40),
  ],
  ['quotes and brackets', (length) => `[ERROR] ${`'"({[`.repeat(length / 5)}`],
  ['spaces', (length) => `[ERROR]${' '.repeat(length)}x`],
  ['half a JSON object', (length) => `{"message":"${'{"a":'.repeat(length / 5)}`],
  ['line breaks', (length) => '\n'.repeat(length)],
  [
    'a trace without end',
    (length) => `Traceback (most recent call last):\n${'  File "x", line 1, in y\n'.repeat(length / 25)}`,
  ],
  ['causes without end', (length) => 'Caused by: java.lang.RuntimeException: failed\n'.repeat(length / 46)],
];
