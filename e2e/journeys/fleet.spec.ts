import { AWAY, AWAY_PRINCIPAL, addAway } from './away.ts';
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

  // A row is opened as whom it was read.
  await table.getByRole('link', { name: 'shared/backup/ldap-bind' }).click();
  await expect(page).toHaveURL(new RegExp(`scope=${AWAY}`));
  await expect(page.getByRole('heading', { name: 'shared/backup/ldap-bind', level: 1 })).toBeVisible();
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

test('Rotation and Replication tell of each account what is wrong there, and lead to it', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'riley');
  await addAway(page);

  const main = page.getByRole('navigation', { name: 'Main' });
  const accounts = page.getByRole('navigation', { name: 'Accounts' });
  for (const [name, words] of [
    ['Rotation', 'failing'],
    ['Replication', 'out of sync'],
  ] as const) {
    await main.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await expect(
      accounts.getByRole('link', { name: new RegExp(`^4412-0087-9921.*\\d ${words}`) }),
    ).toBeVisible({
      timeout: 20_000,
    });
    await expect(
      accounts.getByRole('link', { name: new RegExp(`^6027-3314-5908.*\\d ${words}`) }),
    ).toBeVisible({
      timeout: 20_000,
    });
  }
  await expectAccessible(page);
  await sandbox.fault({
    kind: 'deny',
    operation: 'ListSecrets',
    principal: AWAY_PRINCIPAL,
  });
  await accounts.getByRole('link', { name: /^6027-3314-5908/ }).click();
  await expect(page).toHaveURL(new RegExp(`/replication\\?scope=${AWAY}`));
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(
    accounts.getByRole('link', { name: /^6027-3314-5908.*access denied.*Ask for the missing/ }),
  ).toBeVisible();
  await expect(accounts.getByRole('link', { name: /^4412-0087-9921.*\d out of sync/ })).toBeVisible();
});
