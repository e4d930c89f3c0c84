import { readFile } from 'node:fs/promises';
import { CreateSecretCommand, DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import type { Download, Page } from '@playwright/test';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, signIn, test } from './test.ts';

// In one file, though long: all of its journeys begin at the same table, by the helpers below.
const grid = (page: Page) => page.getByRole('grid', { name: 'Secrets' });
const rows = (page: Page) => grid(page).locator('tbody').getByRole('row');
const titles = (page: Page) => grid(page).getByRole('columnheader');
const filter = (page: Page) =>
  page.getByRole('searchbox', { name: /filter/i }).or(page.getByRole('combobox', { name: /filter/i }));
const selection = (page: Page) => page.getByRole('region', { name: 'Selected secrets' });
const strip = (page: Page) => page.getByRole('region', { name: /reading/i });

/** Signs in and waits for the last region: what is counted then does not grow any more. */
async function complete(page: Page): Promise<void> {
  await signIn(page, 'riley');
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', '-1');
}

/** What the first row shows when rotation is what rows are sorted by. */
const TROUBLE = /Overdue by|AWSPENDING on/;

const named = (page: Page, name: string) =>
  rows(page).filter({ has: page.getByRole('link', { name, exact: true }) });

test('columns that were chosen, moved and widened are so after a reload, until they are reset', async ({
  page,
}) => {
  test.slow();
  await complete(page);
  const words = () => titles(page).allInnerTexts();
  const first = await words();
  await page.getByRole('button', { name: /^Columns \d+ of 17/ }).click();
  const panel = page.getByRole('dialog', { name: 'Layout of the table' });
  await panel.getByRole('checkbox', { name: 'Tags' }).check();
  await panel.getByRole('checkbox', { name: 'KMS key' }).check();
  await panel.getByRole('checkbox', { name: 'Owner' }).uncheck();
  await panel.getByRole('button', { name: 'Move KMS key up' }).click();
  await panel.getByLabel('Row height').selectOption('Roomy');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(titles(page).filter({ hasText: 'Tags' })).toBeVisible();
  await expect(titles(page).filter({ hasText: 'Owner' })).toHaveCount(0);
  expect((await rows(page).first().boundingBox())?.height).toBe(40);

  // By keyboard: from the first row to the titles, wider, and one place to the right.
  await rows(page).first().focus();
  await page.keyboard.press('ArrowUp');
  const name = titles(page).filter({ hasText: 'Name' });
  await expect(name).toBeFocused();
  const width = async (title: string) =>
    (await titles(page).filter({ hasText: title }).boundingBox())?.width ?? 0;
  const before = await width('Name');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => width('Name')).toBe(Math.round(before) + 16);
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await expect.poll(async () => (await words()).indexOf('Name')).toBe(2);

  // By pointer: a title dragged before another, an edge drawn, an edge pressed twice.
  const changed = await titles(page).filter({ hasText: 'Changed' }).boundingBox();
  const regions = await titles(page).filter({ hasText: 'Regions' }).boundingBox();
  await titles(page).filter({ hasText: 'Changed' }).hover();
  await page.mouse.down();
  await page.mouse.move(regions!.x + 4, regions!.y + 10, { steps: 8 });
  await expect(titles(page).filter({ hasText: 'Regions' })).toHaveAttribute('data-drop', 'before');
  await page.mouse.up();
  await expect.poll(async () => (await words()).indexOf('Changed (UTC)')).toBe(1);
  const edge = await grid(page).locator('[data-edge="changed"]').boundingBox();
  await page.mouse.move(edge!.x + 8, edge!.y + 8);
  await page.mouse.down();
  await page.mouse.move(edge!.x + 68, edge!.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => width('Changed')).toBe(changed!.width + 60);
  await grid(page).locator('[data-edge="changed"]').dblclick();
  await expect.poll(() => width('Changed')).toBeLessThan(changed!.width + 60);

  const laid = await words();
  const kept = await width('Changed');
  await page.reload();
  await expect(titles(page)).toHaveCount(laid.length);
  expect(await words()).toEqual(laid);
  expect(await width('Changed')).toBe(kept);
  await expect.poll(async () => (await rows(page).first().boundingBox())?.height).toBe(40);
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Columns/ }).click();
  await panel.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(words).toEqual(first);
});

test('a press on a title sorts, another turns the order round, and the address carries it', async ({
  page,
}) => {
  await complete(page);
  const names = () =>
    rows(page)
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.ariaLabel));
  const rising = await names();
  await page.getByRole('button', { name: 'Name' }).click();
  await expect(titles(page).filter({ hasText: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-name/);
  expect((await names())[0]).not.toBe(rising[0]);
  await page.getByRole('button', { name: 'Rotation', exact: true }).click();
  await expect(titles(page).filter({ hasText: 'Rotation' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(titles(page).filter({ hasText: 'Name' })).toHaveAttribute('aria-sort', 'none');
  await expect(rows(page).first()).toContainText(TROUBLE);
  await page.reload();
  await expect(rows(page).first()).toContainText(TROUBLE);
  await expect(page).toHaveURL(/sort=rotation/);
});

test('the rows that are shown leave as a file: all of them, metadata only', async ({ page }) => {
  await complete(page);
  await filter(page).fill('prod/payments');
  await expect(rows(page).first()).toContainText('prod/payments');
  const count = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
  const taken = async (form: string): Promise<[Download, string]> => {
    const download = page.waitForEvent('download');
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: form }).click();
    const file = await download;
    return [file, await readFile(await file.path(), 'utf8')];
  };
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText(`Export ${count} secrets`)).toBeVisible();
  await expectAccessible(page);
  const [file, csv] = await taken('CSV');
  expect(file.suggestedFilename()).toMatch(/^keyturn-secrets-441200879921\.riley-\d{8}T\d{6}Z\.csv$/);
  const lines = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]).toMatch(/^name,arn,primaryRegion,/);
  expect(lines.slice(1).every((line) => line.startsWith('prod/payments/'))).toBe(true);
  const [, json] = await taken('JSON');
  const told = JSON.parse(json);
  expect(told).toMatchObject({ scope: '441200879921.riley', count });
  expect(told.regions).toHaveLength(4);
  expect(told.secrets).toHaveLength(count);
  expect(json).not.toContain('SecretString');
  expect(await sandbox.calls('GetSecretValue')).toBe(0);
});

test('without a pointer: filter, move, select, act, look up the keys, open and come back', async ({
  page,
}) => {
  await complete(page);
  await page.keyboard.press('/');
  await page.keyboard.type('prod/payments');
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('x');
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(selection(page)).toContainText('1 selected');
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+X');
  await expect(selection(page)).toContainText('3 selected');
  await expect(rows(page).nth(2)).toBeFocused();
  await page.keyboard.press('m');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'Open' })).toBeFocused();
  await page.keyboard.press('c');
  await expect(menu.getByRole('menuitem', { name: 'Copy name' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem', { name: /Pin/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rows(page).nth(2)).toBeFocused();
  await expect(selection(page), 'the menu alone is closed').toContainText('3 selected');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys).toContainText('actions of the row');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(selection(page)).toBeHidden();
  await rows(page).nth(2).focus();
  const name = await rows(page).nth(2).getByRole('link').getAttribute('aria-label');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: name!, level: 1 })).toBeVisible();
  await page.goBack();
  await expect(rows(page).nth(2)).toBeFocused();
  // `r` alone would read again.
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Rotation', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
});

test('single keys that were switched off do nothing', async ({ page }) => {
  await complete(page);
  await page.getByRole('button', { name: /^Operator/ }).click();
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await rows(page).first().focus();
  for (const key of ['x', 'm', '?', '.', '/']) await page.keyboard.press(key);
  await expect(rows(page).first()).toBeFocused();
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
});

test('a selection holds against filter and refresh, says what is not shown, and can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await complete(page);
  const tick = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
  await filter(page).fill('prod/payments');
  await tick('prod/payments/db-writer').check();
  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  const bar = selection(page);
  const all = await bar.getByText(/selected/).innerText();
  await page.getByRole('checkbox', { name: 'Select all rows' }).uncheck();
  await expect(bar).toBeHidden();
  await tick('prod/payments/db-writer').check();
  await tick('prod/payments/db-reader').check();
  expect(all).not.toBe('2 selected');
  await filter(page).fill('db-writer');
  await expect(bar).toContainText('2 selected, 1 not shown');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(strip(page)).not.toContainText('Reading again');
  await expect(bar).toContainText('2 selected, 1 not shown');
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Copy names' }).click();
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toBe('prod/payments/db-reader\nprod/payments/db-writer\n');
  await bar.getByRole('button', { name: 'Copy as CLI' }).click();
  await expect
    .poll(copied)
    .toMatch(/^(aws secretsmanager describe-secret --region \S+ --secret-id arn:\S+\n){2}$/);
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'Export JSON' }).click();
  expect(JSON.parse(await readFile(await (await download).path(), 'utf8')).count).toBe(2);
});

test('what came and went since is held back until it is asked for, and the rows stay in their place', async ({
  page,
}) => {
  test.slow();
  const beside = await sandbox.as('riley', 'eu-west-1');
  await beside.send(new CreateSecretCommand({ Name: 'aaa/leaves', SecretString: 'one' }));
  await page.setViewportSize({ width: 1440, height: 900 });
  await complete(page);
  const place = async () => (await rows(page).nth(5).boundingBox())?.y;
  const lay = await place();
  const sixth = await rows(page).nth(5).getByRole('link').getAttribute('aria-label');
  await beside.send(new CreateSecretCommand({ Name: 'aaa/comes', SecretString: 'one' }));
  await beside.send(new DeleteSecretCommand({ SecretId: 'aaa/leaves', ForceDeleteWithoutRecovery: true }));
  // AWS deletes in the background.
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText('1 new, 1 gone')).toBeVisible({ timeout: 1_500 });
  }).toPass({ timeout: 30_000 });
  await expect(named(page, 'aaa/leaves')).toBeVisible();
  await expect(named(page, 'aaa/comes')).toHaveCount(0);
  await expect(rows(page).nth(5).getByRole('link')).toHaveAttribute('aria-label', sixth!);
  expect(await place(), 'nothing pushes the rows away').toBe(lay);
  await rows(page).nth(5).focus();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await expect(page.locator('tr:focus'), 'the focus goes on to the rows').toHaveCount(1);
  await expect(named(page, 'aaa/leaves')).toHaveCount(0);
  await expect(named(page, 'aaa/comes')).toBeVisible();
  await expect(page.getByText('1 new, 1 gone')).toBeHidden();
  await expect(named(page, sixth!), 'the place is kept with its secret').toHaveAttribute(
    'aria-rowindex',
    '7',
  );
});

test('a pinned secret stands in the sidebar, also after a reload, until its pin is taken away', async ({
  page,
}) => {
  await complete(page);
  const name = 'prod/payments/db-writer';
  await filter(page).fill(name);
  await named(page, name).hover();
  await page.getByRole('button', { name: `Pin ${name}` }).click();
  const pinned = page.getByRole('region', { name: 'Pinned' });
  await expect(pinned.getByRole('link', { name })).toBeVisible();
  await page.reload();
  await expectAccessible(page);
  await pinned.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await page.goBack();
  await pinned.getByRole('link', { name }).hover();
  await pinned.getByRole('button', { name: `Unpin ${name}` }).click();
  await expect(pinned).toHaveCount(0);
});

test('a row leads to the review of a roll back where there is a version to go back to', async ({ page }) => {
  await complete(page);
  const name = 'prod/payments/db-writer';
  await filter(page).fill(name);
  await named(page, name).hover();
  await page.getByRole('button', { name: `Actions of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Review a roll back' }).click();
  await expect(page.getByRole('dialog', { name: 'Roll back' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test('nothing of the table is out of reach', async ({ page }) => {
      test.slow();
      await complete(page);
      await rows(page).nth(1).focus();
      await page.keyboard.press('x');
      await expect(selection(page)).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('m');
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('rows are cards that can be filtered, sorted and exported with a thumb', async ({ page }) => {
    await complete(page);
    await page.getByRole('button', { name: 'Sort' }).tap();
    await page.getByLabel('Sort by').selectOption('Rotation');
    await page.keyboard.press('Escape');
    await expect(rows(page).first()).toContainText(TROUBLE);
    await filter(page).fill('db-writer');
    await expect(rows(page).first()).toContainText('db-writer');
    for (const name of ['Sort', 'Export', 'Refresh'])
      expect((await page.getByRole('button', { name }).boundingBox())?.height, name).toBeGreaterThanOrEqual(
        44,
      );
    await expectAccessible(page);
    await rows(page).first().getByRole('link').tap();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('db-writer');
  });
});
