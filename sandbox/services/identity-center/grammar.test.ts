import { describe, expect, test } from 'vitest';
import { isLoopback, isRegistered } from './loopback.ts';
import { pageOf } from './pages.ts';
import { isStartUrl } from './start-url.ts';

test.each([
  ['http://127.0.0.1:8400/oauth/callback', true],
  ['http://127.0.0.1/oauth/callback', true],
  ['http://localhost:3000/', true],
  ['https://127.0.0.1/', false],
  ['http://127.0.0.1.evil.example/', false],
  ['http://127.0.0.1@evil.example/', false],
  ['http://user@127.0.0.1/', false],
  ['http://127.0.0.1/#part', false],
  ['javascript://127.0.0.1/%0aalert(1)', false],
  ['/oauth/callback', false],
  ['', false],
])('%s stays on this computer: %s', (uri, stays) => {
  expect(isLoopback(uri)).toBe(stays);
});

test.each([
  ['http://127.0.0.1:8400/oauth/callback', true],
  ['http://127.0.0.1/oauth/callback', true],
  ['http://localhost:8400/oauth/callback', false],
  ['http://127.0.0.1:8400/oauth/callback/', false],
  ['http://127.0.0.1:8400/oauth/callback?next=x', false],
  ['nonsense', false],
])('%s is the one registered: %s', (uri, is) => {
  expect(isRegistered(uri, ['http://127.0.0.1/oauth/callback', 'nonsense'])).toBe(is);
});

test.each([
  ['https://acme.awsapps.com/start', true],
  ['https://acme.awsapps.com/start/', true],
  ['https://acme.awsapps.com/start#/', true],
  ['https://acme.awsapps.com/start/#/', true],
  ['https://ACME.awsapps.com/start', true],
  ['http://acme.awsapps.com/start', false],
  ['https://acme.awsapps.com/', false],
  ['https://acme.awsapps.com/start/device', false],
])('%s is the start URL: %s', (url, is) => {
  expect(isStartUrl(url)).toBe(is);
});

describe('pages of names', () => {
  const names = ['a', 'b', 'c'];
  test('follow one another, even where the next name is gone meanwhile', () => {
    const first = pageOf(names, 1, undefined);
    expect(first.page).toEqual(['a']);
    expect(pageOf(names, 5, first.next)).toEqual({ page: ['b', 'c'], next: undefined });
    expect(pageOf(['a', 'c'], 5, first.next).page).toEqual(['c']);
  });

  test('end without a token where they end exactly', () => {
    expect(pageOf(names, 3)).toEqual({ page: names, next: undefined });
    expect(pageOf([], 3)).toEqual({ page: [], next: undefined });
  });

  test.each([
    '',
    'x',
    Buffer.from('from:').toString('base64url'),
    `${Buffer.from('from:b').toString('base64')}!`,
  ])('none begins at "%s"', (token) => {
    expect(() => pageOf(names, 3, token)).toThrow('The request is not valid.');
  });
});
