import type { Page } from '@playwright/test';
import { AWAY, AWAY_ROLE } from './away.ts';
import { expect, expectAccessible, signIn, test } from './test.ts';

async function openMenu(page: Page) {
  await page
    .getByRole('button', { name: /^Operator riley/ })
    .first()
    .click();
  return page.getByRole('region', { name: 'Accounts and roles' });
}

test('a link of another account adds it to the sign-in, and the menu leads from one to the other', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await page.goto(`/secrets?scope=${AWAY}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'not signed in to the account and role',
  );
  await page.getByRole('button', { name: 'Add OrganizationAccountAccessRole to your sign-in' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add account or role' });
  await sheet.getByLabel('Role ARN').fill('arn:aws:iam::602733145908:role/NoSuchRole');
  await sheet.getByRole('button', { name: 'Add' }).click();
  await expect(sheet.getByRole('alert')).toContainText('did not let you assume this role');
  await expectAccessible(page);
  await sheet.getByLabel('Role ARN').fill(AWAY_ROLE);
  await sheet.getByRole('button', { name: 'Add' }).click();

  await expect(sheet).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
  await page.getByRole('combobox', { name: /filter/i }).fill('shared/backup/ldap-bind');
  await expect(page.getByRole('link', { name: 'shared/backup/ldap-bind' })).toBeVisible();
  let menu = await openMenu(page);
  await expect(menu.getByRole('link')).toHaveCount(2);
  await expect(menu.getByRole('link', { name: /6027-3314-5908/ })).toContainText('until');
  await expectAccessible(page);
  await menu.getByRole('link', { name: /4412-0087-9921/ }).click();
  await expect(page).toHaveURL(/scope=441200879921\.riley&f=account:441200879921/);
  await page.getByRole('combobox', { name: /filter/i }).fill('prod/payments/db-writer');
  await expect(page.getByRole('link', { name: 'prod/payments/db-writer', exact: true })).toBeVisible();

  menu = await openMenu(page);
  await menu.getByRole('button', { name: /^Leave 6027-3314-5908/ }).click();
  await expect(menu.getByRole('link')).toHaveCount(1);
  await page.goto(`/secrets?scope=${AWAY}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'not signed in to the account and role',
  );
});
