import type { Page } from '@playwright/test';
import { sandbox } from './sandbox.ts';
import { expect, signIn, test } from './test.ts';

/** The table with every region read, for a pointer and a keyboard to be on. */
async function openTable(page: Page, filter: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'riley');
  const address = new URL(page.url());
  address.searchParams.set('q', filter);
  await page.goto(address.toString());
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', /^[1-9]/, { timeout: 20_000 });
}

test('after going back to other rows the ring is on the row that keys act on', async ({ page }) => {
  await openTable(page, 'checkout');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('row', { name: /ci\/apple\/notarize/ })).toBeVisible();
  await page.keyboard.press('Enter');
  for (let step = 0; step < 4; step++) await page.keyboard.press('j');
  await expect(page.locator('tr:focus')).toHaveAttribute('aria-rowindex', '6');
  await page.goBack();
  await expect(page.getByRole('row', { name: /checkout/ }).first()).toBeVisible();
  const focused = page.locator('tr:focus');
  await expect(focused).toHaveAttribute('tabindex', '0');
  await expect(focused).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('x');
  await expect(focused).toHaveAttribute('aria-selected', 'true');
});

test('a row under a resting pointer answers it, and tells its own name, when another secret is written into it', async ({
  page,
}) => {
  await openTable(page, 'checkout');
  const third = page.getByRole('row').nth(3);
  await third.hover();
  await expect(third.getByRole('button', { name: /^Actions of/ })).toBeVisible();
  const before = await third.getByRole('link').getAttribute('aria-label');
  await page.getByRole('combobox', { name: 'Filter secrets' }).press('Control+a');
  await page.keyboard.type('warehouse');
  await expect(third.getByRole('link')).not.toHaveAttribute('aria-label', before ?? '');
  await expect(third.getByRole('button', { name: /^Actions of/ })).toBeVisible();
  expect(await third.getByRole('link').getAttribute('data-tip')).not.toBe(before);
});

test('whoever has scrolled on by wheel goes on there by key; a refresh that says more moves no row', async ({
  page,
}) => {
  await openTable(page, 'prod');
  await page.keyboard.press('j');
  await expect(page.locator('tr:focus')).toHaveAttribute('aria-rowindex', '2');
  const grid = page.getByRole('grid');
  await grid.hover();
  await page.mouse.wheel(0, 3_000);
  await expect(page.locator('tr[data-at="1"]')).toHaveCount(0);
  await page.keyboard.press('j');
  const row = Number(await page.locator('tr:focus').getAttribute('aria-rowindex'));
  expect(row).toBeGreaterThan(50);

  const place = async () => (await page.locator(`tr[aria-rowindex="${row}"]`).boundingBox())?.y ?? 0;
  const before = await place();
  const list = { service: 'secretsmanager', operation: 'ListSecrets' };
  for (const region of ['us-west-2', 'eu-west-1', 'eu-central-1'])
    await sandbox.fault({ ...list, kind: 'deny', region });
  await page.keyboard.press('r');
  await expect(page.getByRole('region', { name: /reading/i })).toContainText('access denied');
  await page
    .getByRole('button', { name: /access denied/ })
    .first()
    .click();
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(2);
});
