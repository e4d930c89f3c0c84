import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

test('an address that names no secret is a page of its own, and one that AWS does not know says so', async ({
  page,
}) => {
  await signIn(page, 'riley');
  const answer = await page.goto('/secret?scope=441200879921.riley&arn=prod/payments/db-writer');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await expectAccessible(page);
  const unknown = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:no/such-AbCdEf';
  await page.goto(`/secret?${new URLSearchParams({ scope: '441200879921.riley', arn: unknown })}`);
  await expect(page.getByText('AWS knows no such secret here')).toBeVisible();
  await expectAccessible(page);
});

test('the files beside the pages need no sign-in', async ({ request }) => {
  for (const path of ['/robots.txt', '/icon.svg']) expect((await request.get(path)).status()).toBe(200);
});

test('a secret clicked right after typing its name opens', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, 'prod/payments/db-writer');
  // Longer than the pause after which typed text goes into the address.
  await page.waitForTimeout(600);
  await expect(page.getByRole('heading', { name: 'prod/payments/db-writer', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('combobox', { name: /filter/i })).toHaveValue('prod/payments/db-writer');
});

test('keys alone lead from the table to a secret and back to the same row', async ({ page }) => {
  await signIn(page, 'riley');
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const focused = page.locator('[role=grid] :focus');
  const name = await focused.getByRole('link').textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: name!, level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: name! }).first()).toBeVisible();
});

test('Enter right after typing leads to the row that was typed', async ({ page }) => {
  await signIn(page, 'riley');
  await page.keyboard.press('/');
  await page.keyboard.type('payments/db-w');
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=grid] :focus')).toContainText('db-writer');
});

test('names that look like paths or like parts of the language are names', async ({ page }) => {
  await signIn(page, 'riley');
  for (const name of ['legacy/erp//oracle', 'shared/constructor', 'shared/mail+alerts@acme.example']) {
    await openSecret(page, name);
    await expect(page.getByRole('table')).toContainText('AWSCURRENT');
    await page.getByRole('link', { name: 'Secrets' }).first().click();
  }
});
