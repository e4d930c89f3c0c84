import { test as journey } from './own-console.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, versionWith } from './test.ts';

const test = journey.extend({
  settings: { KEYTURN_READ_ONLY: '1' },
  baseURL: async ({ server }, use) => use(server.url),
});

test('at a read-only console an operator sees everything, and every change is off and says why', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await expect(page.getByText('This console changes nothing.')).toBeVisible();
  // Until the table is complete, a replica may stand for its secret.
  await expect(page.getByRole('link', { name: /^Secrets ?, [\d,]+$/ })).toBeVisible();
  await openSecret(page, 'prod/payments/db-writer');
  const off = async (name: string | RegExp) => {
    const control = page.getByRole('button', { name }).first();
    await expect(control).toHaveAttribute('aria-disabled', 'true');
    await expect(control).toHaveAccessibleDescription(/^This console is read-only/);
  };
  for (const name of ['Put new value', 'Roll back']) await off(name);
  await expect(page.getByRole('button', { name: /^Keep version/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('b');
  await off(/^Roll back to v/);
  await page.keyboard.press('Escape');
  await versionWith(page, 'AWSCURRENT')
    .getByRole('button', { name: /^Labels of version/ })
    .click();
  await page.getByLabel(/Another label/).fill('blue');
  await off(/^Add label/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard it' }).click();
  await page.getByRole('tab', { name: /^Summary/ }).click();
  for (const name of ['Edit the description', /^Remove the tag/]) await off(name);
  await page.getByRole('tab', { name: /^Rotation/ }).click();
  for (const name of ['Rotate now', 'Turn rotation off']) await off(name);
  await page.getByRole('tab', { name: /^Replication/ }).click();
  await off(/^Add region/);
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(0);
});
