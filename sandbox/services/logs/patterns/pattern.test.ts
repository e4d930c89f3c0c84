import { describe, expect, test } from 'vitest';
import { compilePattern } from './pattern.ts';

const ID = '7ac47c8c-f328-423b-9698-6926dd1f293e';
const LINE = `[ERROR]\t2026-10-01T00:50:11.586Z\t${ID}\tsetSecret: Unable to log into database`;
const REPORT = JSON.stringify({
  time: '2026-10-01T00:50:11.586Z',
  type: 'platform.report',
  record: { requestId: ID, status: 'timeout', metrics: { durationMs: 30_030.5 } },
  tags: [{ k: 'a' }, { k: 'b' }],
  cold: true,
  errorType: null,
  'a.b': 'dotted',
});
const ACCESS = '127.0.0.1 - frank [10/Oct/2026:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534';

describe('a pattern lets through', () => {
  // pattern, message, whether it passes
  test.each([
    ['', LINE, true],
    ['" "', 'x', true],
    ['ERROR setSecret', LINE, true],
    ['ERROR finishSecret', LINE, false],
    ['error', LINE, false],
    ['"Unable to log into"', LINE, true],
    [`"${ID}"`, LINE, true],
    ['ERROR -setSecret', LINE, false],
    ['ERROR -"log out"', LINE, true],
    ['?WARN ?ERROR', LINE, true],
    ['?WARN ?INFO', LINE, false],
    ['?WARN setSecret', LINE, true],
    ['?ERROR finishSecret', LINE, false],
    ['"say \\"no\\""', 'they say "no"', true],
    ['%Task timed out after [0-9]+%', 'x Task timed out after 30.03 seconds', true],
    ['%^Task%', 'x Task', false],
    ['%a\\x28b%', 'a(b', true],
    [`{ $.record.requestId = "${ID}" }`, REPORT, true],
    [`{ $.record.requestId = ${ID} }`, REPORT, true],
    ['{ ($.level = "ERROR") || ($.type = "platform.report" && $.record.status = "timeout") }', REPORT, true],
    ['{ $.level = "ERROR" || $.type = "platform.start" && $.record.status = "timeout" }', REPORT, false],
    ['{ $.record.status != "success" }', REPORT, true],
    ['{ $.nothing != "success" }', REPORT, false],
    ['{ $.type = "platform.*" }', REPORT, true],
    ['{ $.type = *report }', REPORT, true],
    ['{ $.type = *start* }', REPORT, false],
    ['{ $.type = %^platform% }', REPORT, true],
    ['{ $.record.metrics.durationMs > 3e4 }', REPORT, true],
    ['{ $.record.metrics.durationMs <= 30030 }', REPORT, false],
    ['{ $.record.metrics.durationMs = 30030.5 }', REPORT, true],
    ['{ $.cold IS TRUE }', REPORT, true],
    ['{ $.cold IS FALSE }', REPORT, false],
    ['{ $.errorType IS NULL }', REPORT, true],
    ['{ $.cold IS NULL }', REPORT, false],
    ['{ $.nothing NOT EXISTS }', REPORT, true],
    ['{ $.cold NOT EXISTS }', REPORT, false],
    ['{ $.cold EXISTS }', REPORT, true],
    ['{ $.tags[1].k = "b" }', REPORT, true],
    ['{ $.tags[*].k = "b" }', REPORT, true],
    ['{ $.tags[0].k = "b" }', REPORT, false],
    ["{ $.['a.b'] = dotted }", REPORT, true],
    ['{ $.cold IS TRUE }', LINE, false],
    ['{ $.cold IS TRUE }', '{ broken', false],
    ['[ip, id, user, time, request, status, bytes]', ACCESS, true],
    ['[ip, id, user, time, request, status = 4*, bytes > 1000]', ACCESS, true],
    ['[ip, id, user, time, request, status = 4* && status != 404, bytes]', ACCESS, false],
    ['[ip, id, user, time, request = *index.html*, status = 200 || status = 404, bytes]', ACCESS, true],
    ['[..., status = 404, bytes]', ACCESS, true],
    ['[ip = 127.0.*, ...]', ACCESS, true],
    ['[ip = %^10%, ...]', ACCESS, false],
    ['[level = ERROR, rest]', 'ERROR this is the first', true],
    ['[level != ERROR, rest]', 'ERROR this is the first', false],
    ['[a, b, c]', 'one two', false],
  ])('%s | %s: %s', (pattern, message, passes) => {
    expect(compilePattern(pattern)(message)).toBe(passes);
  });
});

describe('a pattern is refused', () => {
  test.each([
    'a@b',
    ID,
    '"open',
    '%open',
    '%a(b)%',
    '%a!%',
    '%a% %b% %c%',
    '-',
    '{ }',
    '{ $ = 1 }',
    '{ $.a }',
    '{ $.a > x }',
    '{ $.a = 1 && }',
    '{ ($.a = 1 }',
    '{ $.a = 1 } x}',
    '[]',
    '[a, b',
    '[..., a, ...]',
    '[status = 4* && bytes > 1000]',
  ])('%s', (pattern) => {
    expect(() => compilePattern(pattern)).toThrowError(
      expect.objectContaining({ code: 'InvalidParameterException', message: 'Invalid filter pattern' }),
    );
  });

  test('a brace that is not closed has a sentence of its own', () => {
    expect(() => compilePattern('{ $.a = 1')).toThrowError(
      "If a filter pattern starts with '{' it must end with '}'",
    );
  });
});
