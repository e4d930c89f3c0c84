import { expect, type Page } from '@playwright/test';

/** The scope of a role in a second account, which riley's keys may assume. */
export const AWAY = '602733145908.OrganizationAccountAccessRole';

/** The ARN of that role. */
export const AWAY_ROLE = 'arn:aws:iam::602733145908:role/OrganizationAccountAccessRole';

/** Who that role is to the sandbox's faults when riley has assumed it. */
export const AWAY_PRINCIPAL = 'OrganizationAccountAccessRole/riley';

/** Adds the second account to riley's sign-in by the menu, as a person would. */
export async function addAway(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Operator riley/ }).click();
  await page.getByRole('button', { name: 'Add account or role' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add account or role' });
  await sheet.getByLabel('Role ARN').fill(AWAY_ROLE);
  await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(sheet).toBeHidden();
}
