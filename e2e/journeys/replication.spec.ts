import { readFile } from 'node:fs/promises';
import { confirm, grid, openMatrix, panel, rowOf } from './replication-page.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

const DESCRIBE = { service: 'secretsmanager', operation: 'DescribeSecret' };

test('a replica that AWS calls in sync and that is behind is found, and replaced until it is read back', async ({
  page,
}) => {
  test.slow();
  const name = 'prod/checkout/klarna-api';
  await signIn(page, 'riley');
  await openMatrix(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: /behind$/ }).click();
  await rowOf(page, name).getByRole('gridcell').filter({ hasText: 'Behind' }).click();
  await expect(panel(page)).toContainText('AWS reports it in sync, but eu-west-1 serves another version');
  const labels = panel(page).getByRole('table', { name: 'Version per label' });
  await expect(labels.getByRole('row').filter({ hasText: 'AWSCURRENT' })).toContainText('differs');
  await expectAccessible(page);
  await panel(page).getByRole('button', { name: 'Replace' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('remove-regions-from-replication');
  await expect(sheet.getByRole('button', { name: 'Replace in eu-west-1' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page);
  // Between its two calls a replacement can be left half done: the sheet says so, and makes it whole.
  await sandbox.fault({ operation: 'ReplicateSecretToRegions', kind: 'deny', count: 1 });
  await confirm(page, name, /^Replace in eu-west-1/);
  await expect(sheet.getByText('eu-west-1 has no replica now')).toBeVisible({ timeout: 20_000 });
  await confirm(page, name, /^Add eu-west-1/);
  await expect(sheet).toContainText('In sync in eu-west-1', { timeout: 20_000 });
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  await expect(panel(page)).toContainText('read back in both regions');
  expect(await sandbox.calls('RemoveRegionsFromReplication')).toBe(1);
  expect(await sandbox.calls('GetSecretValue')).toBe(0);
});

test('the tab of one secret reads back in each region what AWS calls in sync', async ({ page }) => {
  test.slow();
  await signIn(page, 'riley');
  await openSecret(page, 'prod/checkout/klarna-api');
  await page.getByRole('tab', { name: 'Replication' }).click();
  const regions = page.getByRole('table', { name: 'Regions of this secret' });
  await expect(regions.getByRole('row').filter({ hasText: 'us-west-2' })).toContainText('In sync');
  await expect(regions.getByRole('row').filter({ hasText: 'eu-west-1' })).toContainText('Behind');
  await regions.getByRole('button', { name: 'eu-west-1' }).click();
  await expect(page.getByRole('region', { name: 'eu-west-1 in detail' })).toContainText(
    'serves another version',
  );
  await expect(page.getByRole('region', { name: 'A roll back, by region' })).toContainText(
    'is behind already',
  );
  await expectAccessible(page);
});

test('a region is added with a wrong key, AWS says what is wrong, and the right key makes it', async ({
  page,
}) => {
  test.slow();
  const name = 'prod/fraud/sift-api';
  await signIn(page, 'riley');
  await openMatrix(page);
  await page.getByRole('searchbox', { name: 'Filter secrets' }).fill(name);
  await expect(grid(page).getByRole('rowheader')).toHaveCount(1);
  await rowOf(page, name).getByRole('rowheader').focus();
  // name, us-east-1 (primary), us-west-2: by keyboard
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await panel(page).getByRole('button', { name: 'Add us-west-2' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('KMS key there').fill('alias/not-there');
  await confirm(page, name, /^Add us-west-2/);
  await expect(sheet.getByRole('alert')).toContainText('The KMS key is disabled or not found', {
    timeout: 20_000,
  });
  await expect(sheet.getByRole('button', { name: /^Retry in us-west-2/ })).toBeVisible();
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page)).toContainText('Retry with a key that exists');
  await expect(panel(page)).toContainText('KMS knows no such key in us-west-2');
  const attempts = panel(page).getByRole('region', { name: 'Attempts' });
  await expect(attempts).toContainText('Replication asked for by you');
  await expect(attempts).toContainText('CloudTrail in us-east-1');
  await panel(page).getByRole('button', { name: 'Retry' }).click();
  await sheet.getByLabel('KMS key there').fill('alias/payments');
  await confirm(page, name, /^Retry in us-west-2/);
  await expect(sheet).toContainText('In sync in us-west-2', { timeout: 20_000 });
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  await expect(panel(page)).toContainText('paymentsEnabled');
});

test('while the primary region is out, its replicas are shown and one is promoted', async ({ page }) => {
  test.slow();
  const name = 'prod/checkout/stripe-key';
  const out = { service: 'secretsmanager', region: 'us-east-1', kind: 'error500' };
  await sandbox.fault(out);
  await signIn(page, 'riley');
  await openMatrix(page);
  await expect(grid(page).getByRole('columnheader', { name: /us-east-1/ })).toContainText(
    /AWS failed since \d\d:\d\d/,
  );
  await page.getByRole('searchbox', { name: 'Filter secrets' }).fill(name);
  await rowOf(page, name).getByRole('gridcell').filter({ hasText: 'Not compared' }).first().click();
  await expect(panel(page)).toContainText('the primary in us-east-1 cannot');
  await expect(panel(page).getByRole('button', { name: 'Remove' })).toHaveAttribute('aria-disabled', 'true');
  await panel(page).getByRole('button', { name: 'Promote' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('The way back is to add');
  await confirm(page, name, /^Promote in/);
  await expect(sheet).toContainText(/Standalone in/, { timeout: 20_000 });
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  await expect(panel(page)).toContainText('has a secret of its own with this name');
  await sandbox.heal();
  await grid(page).getByRole('button', { name: 'Retry us-east-1' }).click();
  await expect(grid(page).getByRole('columnheader', { name: /us-east-1/ })).not.toContainText('AWS failed');
});

test('an operator without rights in one region sees its replicas as reported, and everything else compared', async ({
  page,
}) => {
  await signIn(page, 'noor');
  await openMatrix(page);
  const column = grid(page).getByRole('columnheader', { name: /ap-southeast-2/ });
  await expect(column).toContainText(/access denied since/);
  await expect(rowOf(page, 'prod/identity/oidc-signing').getByRole('gridcell').last()).toContainText(
    'Reported in sync',
  );
  await expect(
    rowOf(page, 'prod/checkout/klarna-api').getByRole('gridcell').filter({ hasText: 'Behind' }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = page.waitForEvent('download');
  await page
    .getByRole('dialog', { name: 'Export of the matrix' })
    .getByRole('button', { name: 'JSON' })
    .click();
  const file = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  expect(file.regions).toContainEqual(
    expect.objectContaining({ region: 'ap-southeast-2', state: 'not readable' }),
  );
  expect(file.secrets[0].regions[0]).toMatchObject({ state: 'Primary', source: 'read' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Readiness' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^eu-west-1/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('secrets can serve this region now');
  await expect(
    page.getByRole('dialog').getByRole('region', { name: /Exceptions in eu-west-1/ }),
  ).toContainText('webhook-hmac');
  await expectAccessible(page);
});

test('a fleet rule shows what should be in a region and is not, has it added one by one, and travels by link', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'riley');
  await openMatrix(page);
  await page.getByRole('button', { name: 'Fleet rules' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Rules').fill('data/snowflake/* -> eu-west-1\nnonsense');
  await expect(sheet).toContainText('Not a rule: nonsense');
  await sheet.getByLabel('Rules').fill('data/snowflake/* -> eu-west-1');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Use these rules' }).click();
  await page.getByRole('button', { name: /missing$/ }).click();
  await expect(
    rowOf(page, 'data/snowflake/dbt').getByRole('gridcell').filter({ hasText: 'Missing' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Add region to secrets' }).click();
  for (const name of ['key-pair', 'loader'])
    await sheet.getByLabel(`Add eu-west-1 to data/snowflake/${name}`, { exact: true }).check();
  await expectAccessible(page);
  await sandbox.fault({ operation: 'ReplicateSecretToRegions', kind: 'deny', count: 1 });
  await sheet.getByRole('button', { name: 'Add 2 replicas' }).click();
  await expect(sheet.getByRole('alert')).toContainText('nothing after it was sent');
  expect(await sandbox.calls('ReplicateSecretToRegions')).toBe(1);
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  // What was left is chosen again.
  await page.getByRole('button', { name: 'Add region to secrets' }).click();
  await sheet.getByRole('button', { name: 'Add 2 replicas' }).click();
  await expect(sheet).toContainText('2 of 2 added and read back', { timeout: 20_000 });
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  const url = new URL(page.url());
  url.searchParams.set('rules', 'data/snowflake/* -> ap-southeast-2');
  await page.goto(url.href);
  await expect(rowOf(page, 'data/snowflake/dbt').getByRole('gridcell').last()).toContainText('Missing', {
    timeout: 20_000,
  });
});

test('a region that hangs holds up none of the others, and its column says since when', async ({ page }) => {
  test.slow();
  await signIn(page, 'riley');
  await expect(page.getByRole('contentinfo')).toContainText(/us-west-2read \d/);
  await sandbox.fault({ ...DESCRIBE, kind: 'hang', region: 'us-west-2' });
  await page.getByRole('link', { name: /^Replication/ }).click();
  await expect(
    rowOf(page, 'prod/payments/webhook-hmac').getByRole('gridcell').filter({ hasText: 'Failed' }),
  ).toBeVisible({ timeout: 20_000 });
  await expect(grid(page).getByRole('columnheader', { name: /us-west-2/ })).toContainText(/no answer since/, {
    timeout: 20_000,
  });
  // What was read before is shown at once, with its time, and is too old to act on while it is read again.
  await sandbox.fault({ ...DESCRIBE, kind: 'hang', region: 'us-east-1' });
  await rowOf(page, 'prod/checkout/klarna-api').getByRole('gridcell').filter({ hasText: 'Behind' }).click();
  const known = panel(page).getByText(/^us-east-1 as read at/);
  await expect(known).toContainText('it is being read again');
  const replace = panel(page).getByRole('button', { name: 'Replace' });
  await expect(replace).toHaveAccessibleDescription(/us-east-1 is being read again/);
  await expectAccessible(page);
  await expect(known).toContainText('it does not answer now', { timeout: 20_000 });
  await expect(replace).toHaveAttribute('aria-disabled', 'true');
  await expect(panel(page).getByRole('row').filter({ hasText: 'AWSCURRENT' })).toContainText('differs');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('the worst come first, and a tap shows both sides and the next step', async ({ page }) => {
    await signIn(page, 'riley');
    await openMatrix(page);
    const list = page.getByRole('list', { name: 'Replication by secret' });
    await expect(list.getByRole('button').first()).toContainText('Failed');
    await expectAccessible(page);
    await list.getByRole('button').filter({ hasText: 'webhook-hmac' }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText('already exists in region eu-west-1');
    await expect(sheet).toContainText('retry and overwrite');
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Retry' }).click();
    const retry = page.getByRole('dialog', { name: /Retry replication/ });
    await retry.getByLabel('Overwrite a secret of the same name').check();
    await confirm(page, 'prod/payments/webhook-hmac', /^Retry in eu-west-1/);
    await expect(retry).toContainText('In sync in eu-west-1', { timeout: 20_000 });
  });
});
