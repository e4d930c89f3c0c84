import { test as journey } from './own-console.ts';
import { expect, expectAccessible, openSecret, signIn } from './test.ts';

const test = journey.extend({
  settings: { KEYTURN_ACCOUNT_NAMES: '441200879921=payments-prod', KEYTURN_PROTECTED_ACCOUNTS: '*-prod' },
  baseURL: async ({ server }, use) => use(server.url),
});

test('in a protected account every change says where and as whom, in red, and asks for the name', async ({
  page,
}) => {
  await signIn(page, 'riley');
  // By its name alone it would not be protected.
  await openSecret(page, 'data/looker/api3');
  await page.getByRole('button', { name: 'Put new value' }).click();
  const form = page.getByRole('dialog', { name: 'Put a new value' });
  await expect(form.getByText('Protected account payments-prod 4412-0087-9921 as riley')).toBeVisible();
  await form.getByRole('textbox', { name: 'Key 1', exact: true }).fill('token');
  await form.getByLabel('Value of token').fill('not-a-secret');
  for (const tick of await form.getByRole('checkbox').all()) await tick.check();
  await expect(form.getByLabel('Type data/looker/api3 to confirm')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Put new value' })).toHaveAccessibleDescription(
    'Type the name of the secret to confirm',
  );
  await expectAccessible(page);
});
