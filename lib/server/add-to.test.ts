import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { withoutPlace, withPlace } from './add-to';
import { readSealed, type Sealed } from './session';

/** A scope by keys, temporary ones with a token of so many characters. */
const placeOf = (name: string, token = 0) => ({
  scope: `111122223333.${name}`,
  name,
  account: '111122223333',
  arn: `arn:aws:iam::111122223333:user/${name}`,
  home: 'us-east-1',
  credentials: {
    accessKeyId: 'AKIA'.padEnd(20, 'X'),
    secretAccessKey: 'x'.repeat(40),
    ...(token > 0 && { sessionToken: 'x'.repeat(token) }),
  },
});

const begun = (token = 0): Sealed => ({
  sid: 'sid-1',
  way: 'keys',
  until: Math.floor(Date.now() / 1000) + 3_600,
  ...placeOf('first', token),
});

/** Adds scopes until no more are taken. */
function filled(token: number): Sealed {
  let known = begun(token);
  for (let at = 1; at < 30; at += 1) {
    try {
      known = withPlace(known, placeOf(`number-${at}`, token));
    } catch (cause) {
      expect(cause).toMatchObject({ message: 'places-full' });
      return known;
    }
  }
  throw new Error('There is no end to it.');
}

test('ten scopes by long-lived keys are the most', () => {
  const full = filled(0);
  expect(full.more).toHaveLength(9);
  expect(readSealed(full)).toEqual(full);
});

test.each([
  [800, 8],
  [1_200, 6],
  [1_600, 4],
])('with session tokens of %d characters there are fewer: %d', async (token, most) => {
  const full = filled(token);
  expect((full.more?.length ?? 0) + 1).toBe(most);
});

test('the fullest sign-in fits into the headers Node takes, with room for other cookies', async () => {
  for (const token of [0, 800, 1_200, 1_600, 4_000]) {
    const sealed = await encode({ token: { keyturn: filled(token) }, secret: 'a secret of this test' });
    expect(sealed.length).toBeLessThan(12_500);
  }
});

test('keys that are added anew replace those of the same scope, the first one too', () => {
  const known = withPlace(begun(), placeOf('second'));
  const again = { ...placeOf('first'), home: 'eu-west-1' };
  expect(withPlace(known, again)).toEqual({ ...known, ...again });
  const second = { ...placeOf('second'), home: 'eu-west-1' };
  expect(withPlace(known, second)).toEqual({ ...known, more: [second] });
});

test('the keys of a scope that is left are left too', () => {
  const known = withPlace(begun(), {
    ...placeOf('second'),
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const left = withoutPlace(known, '111122223333.first');
  expect(left).toMatchObject({ sid: 'sid-1', name: 'second', credentials: { accessKeyId: 'a' }, more: [] });
  expect(JSON.stringify(left)).not.toContain('AKIA');
  expect(withoutPlace(left, '111122223333.second')).toBe(left);
});
