import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import type { Proof } from './diagnosis.ts';
import { evidenceFrom } from './evidence.ts';
import { FRAMES } from './tables/frames.ts';

const REFUSED = `Access denied for user 'app'@'10.0.0.1' (using password: YES)`;

const diagnosisOf = (given: object) => diagnose(evidenceFrom(given));
const wordsAt = (log: readonly string[], { line, start, end }: Proof) => log[line!]!.slice(start, end);

describe('a proof', () => {
  test.each(Object.entries(FRAMES))('points to its words: %s', (_name, frame) => {
    const log = frame(REFUSED, 'setSecret');
    const proofs = diagnosisOf({ log })[0]!.proofs;
    expect(proofs.length).toBeGreaterThan(0);
    for (const proof of proofs) expect(wordsAt(log, proof)).toContain('Access denied for user');
  });

  test('points into an event of many lines', () => {
    const log = [
      'START RequestId: r-1 Version: $LATEST',
      `first line\r\n[ERROR] OperationalError: ${REFUSED}`,
    ];
    const [proof] = diagnosisOf({ log })[0]!.proofs;
    expect(proof).toMatchObject({ source: 'log', line: 1 });
    expect(wordsAt(log, proof!)).toBe(REFUSED);
  });

  test('points to the end of a line that is too long to be read in full', () => {
    const log = [`[ERROR] OperationalError: ${'x'.repeat(20_000)} ${REFUSED}`];
    const [proof] = diagnosisOf({ log })[0]!.proofs;
    expect(wordsAt(log, proof!)).toBe(REFUSED);
  });

  test('points to the escaped words in a structured line', () => {
    const log = [JSON.stringify({ level: 'ERROR', message: 'FATAL:  role "app" does not exist' })];
    const [proof] = diagnosisOf({ log })[0]!.proofs;
    expect(wordsAt(log, proof!)).toBe(String.raw`FATAL:  role \"app\" does not exist`);
  });

  test('names the event of CloudTrail, and the state', () => {
    const events = [
      { eventName: 'RotationStarted' },
      { eventName: 'PutSecretValue', errorCode: 'AccessDenied' },
    ];
    expect(diagnosisOf({ cloudtrail: events })[0]!.proofs[0]).toMatchObject({
      source: 'cloudtrail',
      line: 1,
    });
    expect(diagnosisOf({ state: { lambdaExists: false } })[0]!.proofs).toEqual([
      { source: 'state', says: 'The rotation function does not exist' },
    ]);
  });

  test('of the unknown says where to look', () => {
    const log = ['[ERROR] RotationError: no'];
    expect(diagnosisOf({ log })[0]).toMatchObject({ cause: 'unknown', certainty: 'possible' });
    expect(wordsAt(log, diagnosisOf({ log })[0]!.proofs[0]!)).toBe(log[0]);
  });
});

describe('certainty', () => {
  const summary = '[ERROR] ValueError: Unable to log into database with pending secret of secret ARN x';
  const took = (ms: number) => [
    'START RequestId: r-1 Version: $LATEST',
    summary,
    `REPORT RequestId: r-1\tDuration: ${ms}.00 ms\tBilled Duration: ${ms} ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB`,
  ];

  test.each([
    [[`[ERROR] OperationalError: ${REFUSED}`], 'database-login-rejected', 'certain'],
    [took(700), 'database-login-rejected', 'likely'],
    [took(9000), 'database-unreachable', 'likely'],
    [[summary], 'database-login-rejected', 'likely'],
  ])('%j: %s, %s', (log, cause, certainty) => {
    expect(diagnosisOf({ log })[0]).toMatchObject({ cause, certainty });
  });

  test('the other reading comes second', () => {
    expect(diagnosisOf({ log: took(700) }).map(({ cause }) => cause)).toEqual([
      'database-login-rejected',
      'database-unreachable',
    ]);
  });
});

describe('it never throws, whatever it is given', () => {
  const bits = fc.constantFrom(
    'START RequestId: ',
    'r-1',
    '\t',
    '\n',
    '\r',
    '{"level":"ERROR",',
    '"message":"x"}',
    '[ERROR] ',
    'Traceback (most recent call last):',
    'Caused by: ',
    'Task timed out after 3.00 seconds',
    'REPORT RequestId: r-1\tDuration: 1.0 ms',
    'setSecret',
    'Connection refused',
  );
  const entry = fc.array(fc.oneof(bits, fc.string()), { maxLength: 12 }).map((parts) => parts.join(''));

  test('logs', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (log) => {
        for (const { proofs } of diagnosisOf({ log })) {
          for (const { line, start, end } of proofs) {
            expect(line).toBeLessThan(log.length);
            expect(start).toBeLessThanOrEqual(end!);
            expect(end).toBeLessThanOrEqual(log[line!]!.length);
          }
        }
      }),
    );
  });

  test('any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (given) => void diagnose(evidenceFrom(given))));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (given) => void diagnosisOf({ log: given, cloudtrail: given, state: given }),
      ),
    );
  });
});
