import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import type { OperatorInfo } from '@/lib/contract/operator';
import { problemOf } from '@/lib/contract/problem';

const [SCOPE, OTHER] = ['441200879921.riley', '602733145908.viewer'];
const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';
const refused = problemOf('access-denied', {
  action: 'secretsmanager:UpdateSecret',
  detail: 'User: arn:aws:iam::441200879921:user/riley is not authorized',
});

let kept: Record<string, string>;

beforeEach(() => {
  const items: Record<string, string> = {};
  kept = items;
  const methods = {
    getItem: (name: string) => items[name] ?? null,
    setItem: (name: string, text: string) => void Object.assign(items, { [name]: text }),
    removeItem: (name: string) => void delete items[name],
  };
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(items, name, { value });
  vi.stubGlobal('sessionStorage', items);
});

/** The page as it is after a load, signed in with `mark`. */
async function load(mark: string) {
  vi.resetModules();
  const { noteSignIn } = await import('./sign-in-mark');
  noteSignIn({ mark, places: [] } as Partial<OperatorInfo> as OperatorInfo);
  const { noteIfRefused, forgetRefusals, useRefusal } = await import('./refusals');
  const { refusedWords } = await import('@/components/version/refusals');
  const why = (scope: string, arn = ARN) => {
    function Why() {
      const refusal = useRefusal(scope, arn, 'UpdateSecret');
      return refusal ? refusedWords(refusal) : 'may be tried';
    }
    return renderToStaticMarkup(<Why />);
  };
  return { noteIfRefused, forgetRefusals, why };
}

test('what AWS refused is known after a reload, by action and time, in its scope alone', async () => {
  const page = await load('a');
  page.noteIfRefused(SCOPE, ARN, 'UpdateSecret', refused);
  expect(page.why(SCOPE)).toContain('is not authorized');
  expect(page.why(OTHER)).toBe('may be tried');

  const again = await load('a');
  expect(again.why(SCOPE)).toMatch(
    /^AWS refused secretsmanager:UpdateSecret: at \d\d:\d\d UTC, before this page was loaded/,
  );
  expect(again.why(OTHER)).toBe('may be tried');
  expect(again.why(SCOPE, `${ARN}2`)).toBe('may be tried');
  // AWS's sentence names people and policies: it is not kept.
  expect(JSON.stringify(kept)).not.toContain('authorized');
});

test('it is forgotten when the secret is read again, and by another sign-in', async () => {
  const page = await load('a');
  page.noteIfRefused(SCOPE, ARN, 'UpdateSecret', refused);
  page.noteIfRefused(SCOPE, `${ARN}2`, 'UpdateSecret', refused);
  page.forgetRefusals(SCOPE, ARN);
  expect(page.why(SCOPE)).toBe('may be tried');
  const again = await load('a');
  expect(again.why(SCOPE)).toBe('may be tried');
  expect(again.why(SCOPE, `${ARN}2`)).toContain('AWS refused');

  expect((await load('b')).why(SCOPE, `${ARN}2`)).toBe('may be tried');
  expect(Object.keys(kept)).toEqual([]);
});

test('what is no refusal is not kept, nor does anything found in storage but refusals count', async () => {
  const page = await load('a');
  page.noteIfRefused(SCOPE, ARN, 'UpdateSecret', problemOf('aws-unavailable'));
  expect(Object.keys(kept)).toEqual([]);
  kept[`keyturn.refused.${SCOPE}`] = '{"signIn":"a","kept":[null,7,{"key":"x"}]}';
  kept[`keyturn.refused.${OTHER}`] = 'no JSON';
  expect((await load('a')).why(SCOPE)).toBe('may be tried');
});
