import { confirm, grid, openMatrix, panel, rowOf } from './replication-page.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

test('a replica gets another key, another one is removed, and both are read back', async ({ page }) => {
  test.slow();
  const name = 'prod/checkout/stripe-key';
  await signIn(page, 'riley');
  await openMatrix(page);
  await page.getByRole('searchbox', { name: 'Filter secrets' }).fill(name);
  await rowOf(page, name).getByRole('gridcell').filter({ hasText: 'In sync' }).first().click();
  await expect(panel(page)).toContainText('aws/secretsmanager');
  await expect(panel(page)).toContainText('Enabled');
  await panel(page).getByRole('button', { name: 'Change key' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('KMS key there').fill('alias/payments');
  await confirm(page, name, /^Change key in us-west-2/);
  await expect(sheet).toContainText('In sync in us-west-2', { timeout: 20_000 });
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  await expect(panel(page)).toContainText('paymentsEnabled');
  await panel(page).getByRole('button', { name: 'Remove' }).click();
  await expect(sheet).toContainText('without a recovery window');
  await confirm(page, name, /^Remove from us-west-2/);
  await expect(sheet).toContainText('us-west-2 has no replica any more', { timeout: 20_000 });
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  await expect(rowOf(page, name).getByRole('gridcell', { name: 'No replica in us-west-2' })).toBeVisible();
  expect(await sandbox.calls('RemoveRegionsFromReplication')).toBe(1);
});

test('replicas are promoted one by one: a refusal stops the run, so does the operator, and the next run ends it', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'riley');
  await openMatrix(page);
  await page.getByRole('searchbox', { name: 'Filter secrets' }).fill('prod/checkout');
  const open = async (...names: string[]) => {
    await page.getByRole('button', { name: 'Readiness' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: /^us-west-2/ }).click();
    // Of the region that was chosen, and of no other.
    await expect(sheet.getByRole('region', { name: /^Exceptions in/ })).toHaveCount(1);
    for (const name of names)
      await sheet.getByLabel(`Promote prod/checkout/${name}`, { exact: true }).check();
    return sheet;
  };
  const run = async () => {
    const sheet = await open('klarna-api', 'stripe-key');
    await confirm(page, 'promote 2 secrets', /^Promote 2 in us-west-2/);
    return sheet;
  };
  // Back closes what is open over the page, and leads away from nothing else.
  const looked = await open();
  await page.goBack();
  await expect(looked).toBeHidden();
  await expect(grid(page)).toBeVisible();
  await sandbox.fault({ operation: 'StopReplicationToReplica', kind: 'deny', count: 1 });
  const stopped = await run();
  await expect(stopped.getByRole('alert')).toContainText('nothing after it was sent');
  expect(await sandbox.calls('StopReplicationToReplica')).toBe(1);
  await expectAccessible(page);
  await stopped.getByRole('button', { name: 'Close' }).first().click();
  // What AWS refused stays off, in its words, until everything is read anew.
  await rowOf(page, 'klarna-api').getByRole('gridcell').nth(1).click();
  const promote = panel(page).getByRole('button', { name: 'Promote' });
  await expect(promote).toHaveAttribute('aria-disabled', 'true');
  await expect(promote).toHaveAccessibleDescription(/AWS refused secretsmanager:StopReplicationToReplica/);
  await sandbox.fault({ operation: 'StopReplicationToReplica', kind: 'latency', ms: 1_500 });
  const half = await run();
  await half.getByRole('button', { name: 'Stop after this one' }).click();
  const held = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => window.location.reload()));
  const leaving = await held;
  expect(leaving.type()).toBe('beforeunload');
  await leaving.dismiss();
  await expect(half.getByRole('alert')).toContainText('Stopped after prod/checkout/klarna-api', {
    timeout: 20_000,
  });
  await expect(half.getByRole('listitem').filter({ hasText: 'stripe-key' })).toContainText('Not sent');
  expect(await sandbox.calls('StopReplicationToReplica')).toBe(2);
  await sandbox.heal();
  await half.getByRole('button', { name: 'Close' }).first().click();
  const done = await open('stripe-key');
  await expect(done).toContainText('8 of 8 secrets can serve this region now');
  await confirm(page, 'prod/checkout/stripe-key', /^Promote 1 in us-west-2/);
  await expect(done.getByText('Standalone, read back')).toHaveCount(1, { timeout: 20_000 });
  expect(await sandbox.calls('StopReplicationToReplica')).toBe(3);
  await done.getByRole('button', { name: 'Close' }).first().click();
  await expect(grid(page).getByRole('gridcell').filter({ hasText: 'Standalone' })).toHaveCount(2);
});

test('on a replica every write is off, says why, and leads to the primary', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, 'prod/checkout/klarna-api');
  const url = new URL(page.url());
  url.searchParams.set('arn', (url.searchParams.get('arn') ?? '').replace(':us-east-1:', ':us-west-2:'));
  await page.goto(url.href);
  const off = async (...names: readonly (string | RegExp)[]) => {
    for (const name of names) {
      const button = page.getByRole('button', { name }).first();
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await expect(button).toHaveAccessibleDescription(/primary/);
    }
  };
  await off('Put new value', 'Roll back', /^Roll back to this version/);
  await page
    .getByRole('button', { name: /^Labels of version/ })
    .first()
    .click();
  const labels = page.getByRole('dialog', { name: 'Labels' });
  await expect(labels.getByRole('link', { name: 'Open it in us-east-1' })).toBeVisible();
  await expect(labels.getByLabel('Another label')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Summary' }).click();
  await off('Edit the description', /^Remove the tag/, 'Add tag');
  await page.getByRole('tab', { name: 'Rotation' }).click();
  await off(
    'Rotate now',
    'Test without rotating',
    /^(Edit the schedule|Turn rotation on)/,
    'Turn rotation off',
  );
  const panelOfTab = page.getByRole('tabpanel');
  await expectAccessible(page);
  await panelOfTab.getByRole('link', { name: 'Open it in us-east-1' }).click();
  await expect(page.getByRole('button', { name: 'Put new value' })).not.toHaveAttribute('aria-disabled');
});
