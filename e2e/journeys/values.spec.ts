import type { Locator, Page } from '@playwright/test';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test, versionWith } from './test.ts';

const NAME = 'prod/payments/db-writer';

/** Everything of the page and of this browser's storage as text: whatever is in it could be read there. */
const everything = (page: Page) =>
  page.evaluate(async () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input,textarea')].map(
      ({ value }) => value,
    );
    const names = await caches.keys();
    const kept = [{ ...localStorage }, { ...sessionStorage }, names, window.history.state, location.href];
    return [document.documentElement.outerHTML, ...fields, JSON.stringify(kept)].join('\n');
  });

const shownIn = (part: Locator) => part.getByText(/^sandbox-/);

test('an operator compares two versions blindly, reveals one key, and it is gone again', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await sandbox.forgetCalls();
  await versionWith(page, 'AWSPREVIOUS')
    .getByRole('button', { name: /^Compare version/ })
    .click();
  const sheet = page.getByRole('dialog', { name: 'Compare' });
  await expect(sheet.getByRole('button', { name: 'Compare', exact: true })).toBeVisible();
  expect(await sandbox.calls('GetSecretValue')).toBe(0);
  await sheet.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(sheet.getByRole('row', { name: /^changed password/ })).toBeVisible();
  await expect(sheet.getByRole('row', { name: /^same host/ })).toBeVisible();
  expect(await sandbox.calls('GetSecretValue')).toBe(2);
  expect(await everything(page)).not.toContain('sandbox-');
  await expectAccessible(page);

  const row = sheet.getByRole('row', { name: /^changed password/ });
  await row.getByRole('button', { name: /^Reveal password of v 7f3a/ }).click();
  await expect(shownIn(row)).toHaveCount(1);
  expect(await sandbox.calls('GetSecretValue')).toBe(3);
  await expectAccessible(page);
  await row.getByRole('button', { name: /^Hide password/ }).click();
  await expect(shownIn(row)).toHaveCount(0);
  expect(await everything(page)).not.toContain('sandbox-');
});

test('a revealed value goes by itself: when the page is hidden, and after 30 seconds', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await versionWith(page, 'AWSPREVIOUS')
    .getByRole('button', { name: /^Value of version/ })
    .click();
  const sheet = page.getByRole('dialog', { name: 'Value' });
  await sheet.getByRole('button', { name: 'Read the keys' }).click();
  const reveal = sheet.getByRole('button', { name: /^Reveal password/ });
  await reveal.click();
  await expect(shownIn(sheet)).toHaveCount(1);
  await expectAccessible(page);
  await page.clock.runFor(31_000);
  await expect(shownIn(sheet)).toHaveCount(0);
  expect(await everything(page)).not.toContain('sandbox-');

  await reveal.click();
  await expect(shownIn(sheet)).toHaveCount(1);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(shownIn(sheet)).toHaveCount(0);
});

test('a value is copied without being shown, and the clipboard is cleared after a minute', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await versionWith(page, 'AWSPREVIOUS')
    .getByRole('button', { name: /^Value of version/ })
    .click();
  const sheet = page.getByRole('dialog', { name: 'Value' });
  await sheet.getByRole('button', { name: 'Read the keys' }).click();
  await sheet.getByRole('button', { name: /^Copy password of .* without showing it/ }).click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toMatch(/^sandbox-/);
  expect(await everything(page)).not.toContain('sandbox-');
  await expect(page.getByText(/A value is on the clipboard/)).toBeVisible();
  await page.clock.runFor(61_000);
  await expect.poll(clipboard).toBe('');
});

test('while the screen is shared nothing is revealed and names are masked, also after a reload', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('button', { name: 'Values masked' }).click();
  await page.getByRole('checkbox', { name: /share this screen/ }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('••••••••••');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('••••••••••');
  await expect(page.getByText(NAME)).toHaveCount(0);
  // Nor where a change asks for the name, nor in a command, nor among what the summary tells.
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await expect(review.getByLabel(/to confirm/)).toHaveAttribute('type', 'password');
  await expect(review).toContainText('secret:••••••••••');
  await expect(page.getByText(NAME)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Summary' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('secret:••••••••••');
  await expect(page.getByText(NAME)).toHaveCount(0);
  await expect(page.getByText('hidden while the screen is shared')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit the description' })).toHaveCount(0);
  await page.getByRole('tab', { name: /^Versions/ }).click();
  await versionWith(page, 'AWSCURRENT')
    .getByRole('button', { name: /^Value of version/ })
    .click();
  const sheet = page.getByRole('dialog', { name: 'Value' });
  await expect(sheet.getByRole('button', { name: 'Read the keys' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await versionWith(page, 'AWSCURRENT')
    .getByRole('button', { name: /^Compare version/ })
    .click();
  const left = page.getByRole('dialog', { name: 'Compare' }).getByRole('group', { name: 'Left' });
  await left.getByLabel('Where').selectOption('Another secret');
  await expect(left.getByLabel('ARN')).toHaveAttribute('type', 'password');
});

test('an operator without the right to values reads which permission is missing', async ({ page }) => {
  await signIn(page, 'sam');
  await openSecret(page, NAME);
  await versionWith(page, 'AWSCURRENT')
    .getByRole('button', { name: /^Value of version/ })
    .click();
  const sheet = page.getByRole('dialog', { name: 'Value' });
  await sheet.getByRole('button', { name: 'Read the keys' }).click();
  await expect(sheet).toContainText('Secrets Manager refused: no identity-based policy allows it');
  const read = sheet.getByRole('button', { name: 'Read the keys' });
  await expect(read).toHaveAttribute('aria-disabled', 'true');
  await expect(read).toHaveAccessibleDescription(/AWS refused secretsmanager:GetSecretValue/);
  await expectAccessible(page);
});
