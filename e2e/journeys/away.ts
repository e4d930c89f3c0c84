import { expect, type Locator, type Page } from '@playwright/test';

/** The scope of a role in a second account, which riley's keys may assume. */
export const AWAY = '602733145908.OrganizationAccountAccessRole';

/** The same role in a third account, of a few secrets. */
export const STAGING = '917350284466.OrganizationAccountAccessRole';

/** The ARNs of these roles. */
export const STAGING_ROLE = 'arn:aws:iam::917350284466:role/OrganizationAccountAccessRole';
export const AWAY_ROLE = 'arn:aws:iam::602733145908:role/OrganizationAccountAccessRole';

/** Who that role is to the sandbox's faults when riley has assumed it. */
export const AWAY_PRINCIPAL = 'OrganizationAccountAccessRole/riley';

/** Adds the second account, or another, to riley's sign-in by the menu, as a person would. */
export function addAway(page: Page, role = AWAY_ROLE): Promise<void> {
  return addFurther(page, 'riley', async (sheet) => {
    await sheet.getByLabel('Role ARN').fill(role);
    await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  });
}

/** Adds an account and role by the menu of an operator: `choose` says which, in its sheet. */
export async function addFurther(
  page: Page,
  operator: string,
  choose: (sheet: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: `Operator ${operator}` }).click();
  await page.getByRole('button', { name: 'Add account or role' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add account or role' });
  await choose(sheet);
  await expect(sheet).toBeHidden();
}

/** The table shows secrets of both accounts, each with its own. */
export async function expectBothAccounts(page: Page): Promise<void> {
  const first = page.getByRole('grid', { name: 'Secrets' }).getByRole('row').nth(1);
  for (const [name, account] of [
    ['payments/db-writer', '4412-0087-9921'],
    ['backup/ldap-bind', '6027-3314-5908'],
  ] as const) {
    await page.getByRole('combobox', { name: /filter/i }).fill(name);
    await expect(first.getByRole('gridcell', { name: account })).toBeVisible();
  }
}
