import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

test('a page as AWS CLI commands: of the rows, of the secret; the focus comes back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, 'riley');
  const grid = page.getByRole('grid', { name: 'Secrets' });
  await expect(grid).not.toHaveAttribute('aria-rowcount', '-1');
  const row = grid.locator('tbody').getByRole('row').nth(1);
  await row.focus();
  await page.keyboard.press('x');
  await page.keyboard.press('.');
  const drawer = page.getByRole('dialog', { name: 'AWS CLI' });
  const part = (name: string) => drawer.getByRole('region', { name });
  await expect(part('Selected secrets').getByRole('figure')).toHaveCount(1);
  await expect(part('What this table was read with')).toContainText('list-secrets --region eu-west-1');
  await expect(drawer).toContainText('4412-0087-9921');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(row).toBeFocused();

  await openSecret(page, 'prod/payments/db-writer');
  await expect(page.getByRole('tab', { name: /^Versions \d/ })).toBeVisible();
  await page.keyboard.press('.');
  const back = part('What can be done').getByRole('figure').filter({ hasText: 'Roll back' });
  await back.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('aws secretsmanager update-secret-version-stage \\\n  --region us-east-1');
  await expect(drawer).not.toContainText('get-secret-value');
});
