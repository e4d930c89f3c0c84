import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import type { Locator, Page } from '@playwright/test';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test, tickAll, versionWith } from './test.ts';

const NAME = 'prod/payments/db-writer';

async function openForm(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Put new value' }).click();
  return page.getByRole('dialog', { name: 'Put a new value' });
}

/** Types a value, ticks what is asked, and types the name. */
async function fillIn(form: Locator, value: string): Promise<void> {
  await form.getByRole('textbox', { name: 'Key 1', exact: true }).fill('token');
  await form.getByLabel('Value of token').fill(value);
  await confirm(form);
}

async function confirm(form: Locator): Promise<void> {
  for (const tick of await form.getByRole('list', { name: 'Warnings' }).getByRole('checkbox').all()) {
    await tick.check();
  }
  await form.getByLabel(/to confirm/).fill(NAME);
}

test('an operator puts a new value with a password AWS made, sees the regions follow, and takes it back', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const form = await openForm(page);
  await sandbox.forgetCalls();
  await form.getByRole('button', { name: 'Its keys' }).click();
  await expect(form.getByRole('textbox', { name: 'Key 5', exact: true })).toHaveValue('password');
  await form.getByRole('button', { name: 'Generate a password for password' }).click();
  await form.getByLabel('Length', { exact: true }).fill('40');
  await form.getByRole('button', { name: 'Generate', exact: true }).click();
  await expect(form.getByLabel('Value of password')).toHaveValue(/^.{40}$/);
  await expect(form).toContainText('No database learns of this');
  await expectAccessible(page);
  await form.getByRole('radio', { name: 'JSON' }).check({ force: true });
  await expect(form.getByLabel('Value as JSON')).toHaveValue(/"password": ".{40}/);
  await confirm(form);
  await form.getByRole('button', { name: 'Put new value' }).dblclick();

  const receipt = page.getByRole('complementary', { name: 'New value' });
  await expect(receipt.getByRole('status')).toHaveText('Confirmed in 4 regions', { timeout: 20_000 });
  await expect(receipt.getByLabel('Set the new password at the database')).toBeVisible();
  await expect(versionWith(page, 'AWSPREVIOUS')).toContainText('0b6c');
  expect(await sandbox.calls('PutSecretValue')).toBe(1);
  await receipt.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo new value' });
  await tickAll(undo);
  await undo.getByLabel(/to confirm/).fill(NAME);
  await undo.getByRole('button', { name: /^Undo new value to v 0b6c/ }).click();
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('0b6c');
});

test('a value put over a version nobody has seen is refused, compared, and put again on purpose', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const form = await openForm(page);
  await fillIn(form, 'mine');
  const other = await sandbox.as('riley');
  await other.send(new PutSecretValueCommand({ SecretId: NAME, SecretString: '{"token":"theirs"}' }));
  await sandbox.forgetCalls();
  await form.getByRole('button', { name: 'Put new value' }).click();
  await expect(form.getByRole('alert').filter({ hasText: 'AWSCURRENT has moved' })).toBeVisible();
  expect(await sandbox.calls('PutSecretValue')).toBe(0);
  await expect(form.getByLabel('Value of token')).toHaveValue('mine');
  await form.getByRole('button', { name: 'Compare values' }).click();
  await expect(form.getByRole('row', { name: /^added token/ })).toBeVisible();
  await form.getByRole('button', { name: 'Go on over what is current now' }).click();
  await confirm(form);
  await form.getByRole('button', { name: 'Put new value' }).click();
  await expect(page.getByRole('complementary', { name: 'New value' })).toBeVisible();
  expect(await sandbox.calls('PutSecretValue')).toBe(1);
});

test('a value is staged under a label, and nobody is given it until it is promoted', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const form = await openForm(page);
  await form.getByRole('radio', { name: 'Staged under a label' }).check({ force: true });
  await form.getByLabel('Label', { exact: true }).fill('canary');
  await fillIn(form, 'staged');
  await form.getByRole('button', { name: 'Stage new value' }).click();
  await expect(versionWith(page, 'canary')).toBeVisible();
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('0b6c');
  await versionWith(page, 'canary')
    .getByRole('button', { name: /^Promote this version/ })
    .click();
  const review = page.getByRole('dialog', { name: 'Promote' });
  await expect(review).toContainText('was never in force');
  await tickAll(review);
  await review.getByLabel(/to confirm/).fill(NAME);
  await review.getByRole('button', { name: /^Promote v/ }).click();
  await expect(page.getByRole('complementary', { name: 'Promote' })).toBeVisible();
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('canary');
});

test('what is typed outlives an expired sign-in, in the memory of the tab, and is not thrown away by a key', async ({
  page,
  context,
}) => {
  const keys = await sandbox.session('riley', 3600);
  await page.goto('/');
  await page.getByRole('tab', { name: /Access keys/ }).click();
  await page.getByLabel('Access key id').fill(keys.accessKeyId!);
  await page.getByLabel('Secret access key', { exact: true }).fill(keys.secretAccessKey!);
  await page.getByLabel(/^Session token/).fill(keys.sessionToken!);
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await openSecret(page, NAME);
  const form = await openForm(page);
  await fillIn(form, 'kept-3f1c');
  const lost = page.getByRole('dialog', { name: 'The value you have typed would be lost' });
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await lost.getByRole('button', { name: 'Go on writing' }).click();
  const here = page.url();
  await page.evaluate(() => window.history.back());
  await expect(lost).toBeVisible();
  await expect(page).toHaveURL(here);
  await page.keyboard.press('Escape');
  await expect(lost).toBeHidden();
  await expect(form.getByLabel('Value of token')).toHaveValue('kept-3f1c');

  await sandbox.endSession(keys.accessKeyId!);
  await form.getByRole('button', { name: 'Put new value' }).click();
  const ended = page.getByRole('dialog', { name: 'Your sign-in has ended' });
  await expect(ended).toBeVisible();
  await expectAccessible(page);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain('kept-3f1c');

  const tab = context.waitForEvent('page');
  await ended.getByRole('link', { name: 'Sign in again' }).click();
  const second = await tab;
  await second.getByRole('radio', { name: /^riley\b/ }).check();
  await second.getByRole('button', { name: 'Continue as riley' }).click();
  await expect(second.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
  await second.close();
  await ended.getByRole('button', { name: 'I have signed in' }).click();
  await expect(ended).toBeHidden();
  await expect(form.getByLabel('Value of token')).toHaveValue('kept-3f1c');
  await form.getByRole('button', { name: 'Put new value' }).click();
  await expect(page.getByRole('complementary', { name: 'New value' })).toBeVisible();
});

test('what is wrong with a value is said before it is sent', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const form = await openForm(page);
  const act = form.getByRole('button', { name: 'Put new value' });
  await expect(act).toHaveAttribute('aria-disabled', 'true');
  await form.getByRole('radio', { name: 'JSON' }).check({ force: true });
  await form.getByLabel('Value as JSON').fill('{"a": }');
  await expect(form.getByRole('status').filter({ hasText: 'Line 1, column 7' })).toBeVisible();
  await form.getByLabel('Value as JSON').fill('{"a": 1, "a": 2}');
  await expect(form.getByRole('status').filter({ hasText: 'The key a stands twice' })).toBeVisible();
  await form.getByRole('radio', { name: 'Plain text' }).check({ force: true });
  await form.getByLabel('Value as text').fill('x'.repeat(65_537));
  await expect(form).toContainText('65,537 of 65,536 bytes');
  await expect(act).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page);
});

test('of a binary value nothing can be taken over: that is said once, and what a new one can be', async ({
  page,
}) => {
  const aws = await sandbox.as('riley');
  const bytes = new Uint8Array([1, 2, 3]);
  await aws.send(new PutSecretValueCommand({ SecretId: NAME, SecretBinary: bytes }));
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const form = await openForm(page);
  await sandbox.forgetCalls();
  const keys = form.getByRole('button', { name: 'Its keys' });
  await keys.dblclick();
  await expect(form.getByText('The current value is binary', { exact: true })).toBeVisible();
  await expect(form).toContainText('--secret-binary fileb://');
  await expect(keys).toHaveAttribute('aria-disabled', 'true');
  await expect(form.getByRole('button', { name: 'Its current value' })).toHaveAccessibleDescription(
    /is binary/,
  );
  expect(await sandbox.calls('GetSecretValue')).toBe(1);
  await form.getByRole('textbox', { name: 'Key 1', exact: true }).fill('token');
  await expect(form.getByRole('list', { name: 'Warnings' })).toContainText('and this is text');
});
