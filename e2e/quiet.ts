import { afterEach, beforeEach, expect, vi } from 'vitest';

// A test that writes to console.error or console.warn unasked fails: noise hides real failures.
beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

afterEach(() => {
  const noise = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(noise, 'unexpected console output').toEqual([]);
});

// What the console would tell whoever looks after it is looked at where a test is about it.
process.env.KEYTURN_LOG = 'error';
