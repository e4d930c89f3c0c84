import { expect, type Page } from '@playwright/test';

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
export async function addAway(page: Page, role = AWAY_ROLE): Promise<void> {
  await page.getByRole('button', { name: /^Operator riley/ }).click();
  await page.getByRole('button', { name: 'Add account or role' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add account or role' });
  await sheet.getByLabel('Role ARN').fill(role);
  await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(sheet).toBeHidden();
}
