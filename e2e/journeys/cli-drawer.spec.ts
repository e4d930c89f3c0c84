import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

test('a page as commands: of the rows, of the secret, of what a review is about to do; the focus comes back', async ({
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
  const drawer = page.getByRole('dialog', { name: 'AWS calls' });
  const part = (name: string) => drawer.getByRole('region', { name });
  await expect(part('Selected secrets').getByRole('figure')).toHaveCount(1);
  const listed = part('What this table was read with').getByRole('figure');
  await expect(listed.first()).toContainText('aws account list-regions');
  await expect(listed.filter({ hasText: 'list-secrets --region eu-west-1' })).toContainText(
    /^\d\d:\d\d:\d\d/,
  );
  await expect(drawer).toContainText('4412-0087-9921');
  await expectAccessible(page);
  // Along the lower edge, the page in sight above it.
  const { width, height } = page.viewportSize()!;
  const box = await drawer.boundingBox();
  expect([box?.x, box?.width, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([0, width, height]);
  expect(box?.height).toBeLessThanOrEqual(height * 0.41);
  await page.keyboard.press('.');
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
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  // Above a form it begins with what that is about to do, and only the drawer is closed.
  await page.keyboard.press('b');
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await review.getByRole('button', { name: 'Check again' }).focus();
  await page.keyboard.press('.');
  const next = part('Next').getByRole('figure');
  await expect(next).toContainText(/^next/);
  await expect(next).toContainText('update-secret-version-stage');
  await expectAccessible(page);
  await drawer.getByText('boto3', { exact: true }).click();
  await expect(next).toContainText('client.update_secret_version_stage(');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(review).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(review).toBeHidden();

  // What was chosen is kept.
  await page.reload();
  await expect(page.getByRole('tab', { name: /^Versions \d/ })).toBeVisible();
  await page.keyboard.press('.');
  await expect(drawer.getByRole('radio', { name: 'boto3' })).toBeChecked();
  await drawer.getByText('Terraform', { exact: true }).click();
  await expect(part('prod/payments/db-writer')).toContainText('resource "aws_secretsmanager_secret"');
  await expectAccessible(page);

  await page.goto('/diagnose');
  await page.getByRole('heading', { name: 'Diagnose a log' }).click();
  await page.keyboard.press('.');
  await expect(drawer).toContainText('It makes no AWS call');
});

test('where a part of the page cannot be fetched it says so, and keeps what was typed', async ({
  page,
  context,
}) => {
  await signIn(page, 'riley');
  const grid = page.getByRole('grid', { name: 'Secrets' });
  await expect(grid).not.toHaveAttribute('aria-rowcount', '-1');
  const filter = page.getByRole('combobox', { name: /filter/i });
  await filter.fill('prod/pay');
  await grid.locator('tbody').getByRole('row').first().focus();
  // The files of a build that is gone do not answer either.
  await context.setOffline(true);
  await page.keyboard.press('?');
  const alert = page.getByRole('alert').filter({ hasText: 'could not be fetched' });
  await expect(alert).toBeVisible();
  await expect(filter).toHaveValue('prod/pay');
  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect(grid.locator('tbody').getByRole('row').first()).toBeVisible();
  await expect(alert).toBeHidden();
});

test.describe('on a computer in Vienna', () => {
  test.use({ timezoneId: 'Europe/Vienna' });

  test('T tells every time in the zone of the computer first, and a press on the clock turns it back', async ({
    page,
  }) => {
    await signIn(page, 'riley');
    await openSecret(page, 'prod/payments/db-writer');
    const created = page.getByRole('columnheader', { name: /^Created/ });
    const sentence = page.getByText(/^At \d\d:\d\d CES?T AWSCURRENT was/);
    await expect(created).toHaveText('Created (UTC)');
    await page.keyboard.press('t');
    await expect(created).toHaveText(/^Created \(CES?T\)$/);
    await expect(sentence).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: /^Times in CES?T first$/ })).toBeAttached();
    await page.reload();
    await expect(sentence).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: /CES?T first$/ }).click();
    await expect(created).toHaveText('Created (UTC)');
    await expect(page.getByText(/^At \d\d:\d\d UTC AWSCURRENT was/)).toBeVisible();
  });
});
