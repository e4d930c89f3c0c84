import { expect, test } from 'vitest';
import { toOperatorInfo } from './operator-info';
import { type Session, toSignIn } from './session';

const now = Date.parse('2026-11-19T03:42:14.000Z');
const session: Session = {
  sid: 'sid-1',
  scope: '441200879921.riley',
  name: 'riley',
  account: '441200879921',
  arn: 'arn:aws:iam::441200879921:user/riley',
  way: 'keys',
  home: 'us-east-1',
  until: now / 1000 + 60,
  credentials: { accessKeyId: 'an-id', secretAccessKey: 'a-key', sessionToken: 'a-token' },
};

test('a session is what the cookie holds, until it ends', () => {
  expect(toSignIn({ keyturn: session }, now)).toMatchObject({ sid: 'sid-1', places: [session] });
  expect(toSignIn({ keyturn: session }, now + 59_999)).toMatchObject({ sid: 'sid-1', places: [session] });
  expect(toSignIn({ keyturn: session }, now + 60_000)).toBeUndefined();
});

// what the cookie holds instead
test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'riley'],
  ['no credentials', { ...session, credentials: undefined }],
  ['half the credentials', { ...session, credentials: { accessKeyId: 'an-id' } }],
  ['a way we do not offer', { ...session, way: 'guess' }],
  ['a profile without its name', { ...session, way: 'profile' }],
  ['a profile of no start', { ...session, way: 'profile', profile: 'x', launch: undefined }],
  ['a profile of another start', { ...session, way: 'profile', profile: 'x', launch: 'another' }],
  ['no end', { ...session, until: undefined }],
  ['an end that is text', { ...session, until: '9999999999' }],
  ['no scope', { ...session, scope: undefined }],
])('%s is no session', (_what, keyturn) => {
  expect(toSignIn({ keyturn }, now)).toBeUndefined();
});

test('no token is no session', () => {
  expect(toSignIn(null, now)).toBeUndefined();
});

test('the browser may know who is signed in and until when, and nothing that signs', () => {
  const info = toOperatorInfo({ ...session, places: [session] });
  expect(info).toMatchObject({ name: 'riley', scope: session.scope, expires: '2026-11-19T03:43:14.000Z' });
  expect(Object.keys(info).sort()).toEqual(
    'account arn expires mark name places protected readOnly sandbox scope way'.split(' '),
  );
  for (const hidden of ['sid-1', 'an-id', 'a-key', 'a-token']) {
    expect(JSON.stringify(info)).not.toContain(hidden);
  }
});
