import { expect, type Page } from '@playwright/test';

/** From the table to the matrix, as an operator goes, and waits until everything is compared. */
export async function openMatrix(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Replication/ }).click();
  await expect(page.getByRole('heading', { name: 'Replication', level: 1 })).toBeVisible();
  await expect(page.getByText(/replicas compared with their primaries/).first()).toBeVisible({
    timeout: 20_000,
  });
}

/** The matrix. */
export const grid = (page: Page) => page.getByRole('grid', { name: 'Replication by secret and region' });

/** The row of a secret in it. */
export const rowOf = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name });

/** What is open beside it. */
export const panel = (page: Page) => page.getByRole('complementary', { name: 'Region of a secret' });

/** Types the name that has to be typed, and does it. */
export async function confirm(page: Page, name: string, act: RegExp): Promise<void> {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel(/^Type/).fill(name);
  await sheet.getByRole('button', { name: act }).click();
}
