import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AccountFilter, type AccountTold } from '@/components/frame/account-filter';
import { operatorKey } from '@/lib/client/operator';
import { problemOf } from '@/lib/contract/problem';

const denied = problemOf('access-denied', {
  detail: 'Not authorized to perform: secretsmanager:ListSecrets',
});
const told = (account: string, count: number, whole: boolean, problem?: typeof denied): AccountTold => ({
  ...{ scope: `${account}.viewer`, account, count, whole, problem },
});
const [a, b] = ['111111111111', '222222222222'];

/** The choices as they are read out, the chosen one with a star. */
function choices(accounts: readonly AccountTold[], chosen?: string): string[] {
  const client = new QueryClient();
  client.setQueryData(operatorKey, { places: [{ account: b, accountName: 'payments-prod' }] });
  const html = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <AccountFilter accounts={accounts} words="failing" chosen={chosen} onChoose={() => {}} />
    </QueryClientProvider>,
  );
  return [...html.matchAll(/<button[^>]*aria-pressed="(\w+)"[^>]*>(.*?)<\/button>/g)].map(
    ([, pressed, inside = '']) =>
      `${pressed === 'true' ? '*' : ''}${inside
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()}`,
  );
}

test.each<[string, readonly AccountTold[], string | undefined, readonly string[]]>([
  [
    'all of it is read',
    [told(a, 1_200, true), told(b, 0, true)],
    undefined,
    [
      '*All accounts 1,200 failing',
      '1111-1111-1111 viewer 1,200 failing',
      'payments-prod 2222-2222-2222 viewer 0 failing',
    ],
  ],
  [
    'one is narrowed to, and the other is being read',
    [told(a, 3, true), told(b, 2, false)],
    b,
    [
      'All accounts 5+ failing',
      '1111-1111-1111 viewer 3 failing',
      '*payments-prod 2222-2222-2222 viewer 2+ failing',
    ],
  ],
  [
    'nothing is known yet',
    [told(a, 0, false), told(b, 0, false)],
    undefined,
    ['*All accounts –', '1111-1111-1111 viewer –', 'payments-prod 2222-2222-2222 viewer –'],
  ],
])('%s', (_, accounts, chosen, expected) => {
  expect(choices(accounts, chosen)).toEqual(expected);
});

test('an account that cannot be read says why and what to do, and leaves the sum open', () => {
  const [all, , failed] = choices([told(a, 3, true), told(b, 0, true, denied)]);
  expect(all).toBe('*All accounts 3+ failing');
  expect(failed).toMatch(
    /^payments-prod 2222-2222-2222 viewer access denied : Not authorized .*ListSecrets Ask for the /,
  );
});
