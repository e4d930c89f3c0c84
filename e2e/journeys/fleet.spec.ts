import { AWAY, AWAY_PRINCIPAL, addAway, STAGING, STAGING_ROLE } from './away.ts';
import { confirm, grid, panel, rowOf } from './replication-page.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, signIn, test } from './test.ts';

test('the table shows the secrets of every account one is signed in to, and one that fails is one chip', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'riley');
  const table = page.getByRole('grid', { name: 'Secrets' });
  await expect(table.getByRole('columnheader', { name: 'Account' })).toHaveCount(0);
  await addAway(page);

  // Both accounts in one table, each row with its own.
  await expect(table.getByRole('columnheader', { name: 'Account' })).toBeVisible();
  const filter = page.getByRole('combobox', { name: /filter/i });
  await filter.fill('db-writer');
  const ours = table
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'prod/payments/db-writer' }) });
  await expect(ours.getByRole('gridcell', { name: '4412-0087-9921' })).toBeVisible();
  await filter.fill('ldap-bind');
  const theirs = table
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'shared/backup/ldap-bind' }) });
  await expect(theirs.getByRole('gridcell', { name: '6027-3314-5908' })).toBeVisible();
  await expectAccessible(page);

  // A token says which account is meant, and stands in the address.
  await filter.fill('account is 6027');
  await page.getByRole('option', { name: /Account is 6027-3314-5908/ }).click();
  await expect(page).toHaveURL(/f=account:602733145908/);
  await expect(page.getByRole('heading', { name: 'Secrets' }).locator('..')).toContainText('48');

  // A view counts what the table would show of all accounts.
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('Theirs');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: /^Theirs.*, 48$/ })).toBeVisible();

  // A row, a pin and what the search finds are opened as whom they were read.
  const [name, there] = ['shared/backup/ldap-bind', new RegExp(`scope=${AWAY}`)];
  await theirs.hover();
  await theirs.getByRole('button', { name: `Pin ${name}` }).click();
  await expect(page.getByRole('link', { name: `${name} in 6027-3314-5908` })).toHaveAttribute('href', there);
  await table.getByRole('link', { name }).click();
  await expect(page).toHaveURL(there);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await page.goBack();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Name, ARN or version id' }).fill('ldap-bind');
  await page.getByRole('option', { name: /backup\/ldap-bind.*6027-3314-5908/ }).click();
  await expect(page).toHaveURL(there);
  await page.goBack();

  await sandbox.fault({
    kind: 'deny',
    operation: 'ListSecrets',
    principal: AWAY_PRINCIPAL,
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const strip = page.getByRole('region', { name: 'Reading of the regions' });
  await expect(
    strip.getByRole('button', { name: /4 regions of 6027-3314-5908.*access denied/ }),
  ).toBeVisible();
  await expect(table.getByRole('link', { name: 'shared/backup/ldap-bind' })).toBeVisible();
});

test('one matrix shows the replicas of every account, narrows to one, and acts there as who read it', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'riley');
  await addAway(page);
  await page.goto('/replication');
  const accounts = page.getByRole('group', { name: 'Accounts' });
  await expect(accounts.getByRole('button', { name: /^All accounts [1-9]\d* out of sync/ })).toBeVisible({
    timeout: 20_000,
  });
  // Whatever page is loaded first, the count beside its name is of all accounts.
  await expect(page.getByRole('link', { name: /^Secrets\W+1,248/ })).toBeVisible();
  await expect(rowOf(page, 'prod/checkout/klarna-api').getByRole('rowheader')).toContainText(
    '4412-0087-9921',
  );
  await expectAccessible(page);
  await accounts.getByRole('button', { name: /^6027-3314-5908.* 0 out of sync/ }).click();
  await expect(page).toHaveURL(/account=602733145908/);
  await expect(rowOf(page, '4412-0087-9921')).toHaveCount(0);

  const name = 'shared/backup/vpn-psk';
  await rowOf(page, name).getByRole('gridcell').filter({ hasText: 'In sync' }).click();
  await expect(panel(page)).toContainText('6027-3314-5908 OrganizationAccountAccessRole');
  await expectAccessible(page);
  await page.keyboard.press('.');
  await expect(page.getByRole('dialog', { name: 'AWS calls' })).toContainText('about account 6027-3314-5908');
  await page.keyboard.press('Escape');
  await panel(page).getByRole('button', { name: 'Remove' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('In account 6027-3314-5908 as OrganizationAccountAccessRole');
  await confirm(page, name, /^Remove from us-west-2/);
  await expect(sheet).toContainText('us-west-2 has no replica any more', { timeout: 20_000 });
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  await expect(rowOf(page, name).getByRole('gridcell', { name: 'No replica in us-west-2' })).toBeVisible();

  // What fails in one account is told of that one, and holds up none of the others.
  await accounts.getByRole('button', { name: /^All accounts/ }).click();
  await sandbox.fault({ kind: 'deny', operation: 'ListSecrets', principal: AWAY_PRINCIPAL });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(
    accounts.getByRole('button', { name: /^6027-3314-5908.*access denied.*Ask for the missing/ }),
  ).toBeVisible();
  await expect(grid(page).getByRole('columnheader', { name: /us-west-2/ })).toContainText(
    'closed in 6027-3314-5908: access denied since',
  );
  await expect(
    rowOf(page, 'prod/checkout/klarna-api').getByRole('gridcell').filter({ hasText: 'Behind' }),
  ).toBeVisible({ timeout: 20_000 });
});

test('Rotation is one list over all accounts, each group opened and mended as whom it was read', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'riley');
  await addAway(page, STAGING_ROLE);
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Rotation/ })
    .click();
  const accounts = page.getByRole('group', { name: 'Accounts' });
  const groups = page.getByRole('list', { name: 'Groups' });
  const [ours, theirs] = [/4412-0087-9921 riley/, /9173-5028-4466 OrganizationAccountAccessRole/];
  await expect(accounts.getByRole('button', { name: /^All accounts \d+ failing$/ })).toBeVisible({
    timeout: 20_000,
  });
  // What fails alike in two accounts is two groups; why it does was read in each as itself.
  const alike = groups.getByRole('button', { name: /may not use Secrets Manager.*role rotate-postgres/ });
  await expect(alike.filter({ hasText: theirs })).toBeVisible();
  await expect(alike.filter({ hasText: ours })).toBeVisible();
  await page.getByRole('tab', { name: /^Stuck/ }).click();
  await expect(groups.getByRole('button', { name: ours }).first()).toBeVisible();
  await expect(groups.getByRole('button', { name: theirs })).toBeVisible();
  await expectAccessible(page);

  // One account alone: the address says so, and a page loaded anew is as it was.
  await accounts.getByRole('button', { name: /^9173-5028-4466/ }).click();
  await expect(groups.getByRole('button', { name: ours })).toHaveCount(0);
  await page.reload();
  await expect(page).toHaveURL(/tab=stuck&account=917350284466/);
  await expect(groups.getByRole('button', { name: theirs })).toHaveCount(1);
  await expect(groups.getByRole('button', { name: ours })).toHaveCount(0);

  // The secret of the other account opens as whom it was read.
  const affected = page.getByRole('region', { name: 'Affected secrets' });
  await affected.getByRole('link', { name: 'staging/orders/aurora-app', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`scope=${STAGING}`));
  await expect(page.getByRole('heading', { name: 'staging/orders/aurora-app', level: 1 })).toBeVisible();
  await page.goBack();

  // What is done to it is done there, and said so; the drawer above tells the same account.
  await page.getByRole('button', { name: 'Remove AWSPENDING' }).click();
  const sheet = page.getByRole('dialog', { name: 'Remove AWSPENDING' });
  await expect(sheet.getByText('In account 9173-5028-4466 as OrganizationAccountAccessRole')).toBeVisible();
  await sheet.getByRole('button', { name: 'All calls' }).click();
  const drawer = page.getByRole('dialog', { name: 'AWS calls' });
  await expect(drawer.getByText('All of this is about account 9173-5028-4466')).toBeVisible();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await sheet.getByLabel('Type staging/orders/aurora-app to confirm').fill('staging/orders/aurora-app');
  await sheet.getByRole('button', { name: 'Remove it from this one' }).click();
  await expect(sheet.getByText('done', { exact: true })).toBeVisible();
  await sheet.getByRole('button', { name: 'Close' }).last().click();

  // An account that fails is one entry with why and what next; the others go on, and the sum is open.
  await sandbox.fault({ kind: 'deny', operation: 'ListSecrets', principal: AWAY_PRINCIPAL });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await accounts.getByRole('button', { name: /^All accounts/ }).click();
  await expect(
    accounts.getByRole('button', { name: /^9173-5028-4466.*access denied.*Ask for the missing/ }),
  ).toBeVisible();
  await expect(accounts.getByRole('button', { name: /^All accounts \d+\+ failing$/ })).toBeVisible();
  await expect(groups.getByRole('button', { name: ours }).first()).toBeVisible();
});
