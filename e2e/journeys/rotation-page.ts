import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** A group of the list, by its words. */
export const group = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: 'Groups' }).getByRole('button', { name });

/** Opens the page Rotation, and waits until all of it is read. */
export async function openRotation(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Rotation/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Rotation', level: 1 })).toBeVisible();
  await expect(page.getByRole('status').first()).toHaveText(/^\d+ secrets? in \d+ groups?$/, {
    timeout: 20_000,
  });
}
