import type { Page } from '@playwright/test';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, signIn, test, versionWith } from './test.ts';

// In one file, though long: its journeys use the same controls, named below.

const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter secrets' });
const applied = (page: Page) => page.getByRole('list', { name: 'Applied filters' });
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const count = (page: Page) => page.getByRole('search').getByRole('status');
const row = (page: Page, name: string) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

const DB_WRITER = 'prod/payments/db-writer';

test('a filter is built, turned round, taken back and cleared by keys alone', async ({ page }) => {
  await signIn(page, 'riley');
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-rowcount', '-1');
  await page.keyboard.press('/');
  await expect(filter(page)).toBeFocused();
  await page.keyboard.type('env=prod');
  await expect(option(page, /^Tag env is prod/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await expect(option(page, /^Tag env is prod/)).toHaveAttribute('aria-selected', 'true');
  await expect(filter(page)).toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('Enter');
  await expect(applied(page)).toContainText('Tag env is prod');
  await expect(filter(page)).toHaveValue('');
  expect(new URL(page.url()).searchParams.getAll('f')).toEqual(['tag:env=prod']);
  await expect(count(page)).toHaveText(/^[1-9][\d,]* of [\d,]+ match$/);
  const prod = await count(page).textContent();

  await page.keyboard.type('not use1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(applied(page)).toContainText('Region is not use1');
  await expect(count(page)).not.toHaveText(prod!);
  await expectAccessible(page);

  // Backspace where nothing is typed opens the last token.
  await page.keyboard.press('Backspace');
  const editor = page.getByRole('dialog', { name: 'Region' });
  await expect(editor.getByRole('checkbox', { name: /^us-east-1/ })).toBeChecked();
  await expectAccessible(page);
  await editor.getByRole('checkbox', { name: /^us-west-2/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect(applied(page)).toContainText('Region none of use1, usw2');

  // Each step can be gone back.
  await page.goBack();
  await expect(applied(page)).toContainText('Region is not use1');
  await page.goBack();
  await expect(applied(page)).not.toContainText('Region');
  await expect(count(page)).toHaveText(prod!);
  await page.goForward();
  await expect(applied(page)).toContainText('Region is not use1');
  await page.reload();
  await expect(applied(page)).toContainText('Region is not use1');

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(applied(page)).toBeHidden();
  await expect(filter(page)).toBeFocused();
  await expect(count(page)).toHaveText('');
});

test('values are chosen with their counts, negated and removed in the panel of a token', async ({ page }) => {
  await signIn(page, 'riley');
  // A count is of what has been read: all of it, or the figure would still grow.
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', /^[1-9]/, { timeout: 20_000 });
  await page.getByRole('button', { name: 'Rotation state' }).click();
  const editor = page.getByRole('dialog', { name: 'Rotation' });
  const pending = editor.getByRole('checkbox', { name: /^AWSPENDING left/ });
  const many = await editor.locator('label').filter({ hasText: 'AWSPENDING left' }).textContent();
  const figure = /[\d,]+$/.exec(many!)![0];
  expect(figure).not.toBe('0');
  await pending.check();
  await expect(count(page)).toContainText(`${figure} of `);
  await expect(applied(page)).toContainText('Rotation is AWSPENDING left');
  await editor.getByText('is not', { exact: true }).click();
  await expect(applied(page)).toContainText('Rotation is not AWSPENDING left');
  expect(new URL(page.url()).searchParams.getAll('f')).toEqual(['-rotation:pending']);
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  const token = page.getByRole('button', { name: 'Change filter: Rotation is not AWSPENDING left' });
  await token.click();
  await expect(editor).toBeVisible();
  // A second press on the token closes its panel.
  await token.click();
  await expect(editor).toBeHidden();
  await token.click();
  await editor.getByRole('button', { name: 'Remove' }).click();
  await expect(applied(page)).toBeHidden();

  await page.getByRole('button', { name: 'Unused since' }).click();
  const unused = page.getByRole('dialog', { name: 'Unused' });
  await expectAccessible(page);
  await unused.getByLabel('Days').fill('45');
  await unused.getByRole('button', { name: 'Apply' }).click();
  await expect(applied(page)).toContainText('Unused for 45 d');
  await page.getByRole('button', { name: 'Remove filter: Unused for 45 d' }).click();
  await expect(applied(page)).toBeHidden();
});

test('what a link asks that is not understood is shown, and what a region would have to tell is counted', async ({
  page,
}) => {
  await sandbox.fault({
    kind: 'deny',
    service: 'secretsmanager',
    operation: 'ListSecrets',
    region: 'us-west-2',
  });
  await signIn(page, 'riley');
  const query = 'f=colour:red&f=-region:us-west-2&f=%3Cb%3E';
  await page.goto(`/secrets?scope=441200879921.riley&${query}`);
  await expect(applied(page)).toContainText('colour:red not understood');
  await expect(applied(page)).toContainText('<b> not understood');
  await expect(count(page)).toContainText(/match, [\d,]+ not known$/);
  await expect(page.locator('tr:focus'), 'a link takes nobody into the rows').toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove filter: colour:red' }).click();
  await expect(applied(page)).not.toContainText('colour');
  await expect(applied(page)).toContainText('Region is not usw2');

  // Several names stay several, also behind so many tokens that the list of suggestions has no room on the right.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/secrets?scope=441200879921.riley&${query}&f=name:payments,ledger`);
  await page.getByRole('button', { name: 'Change filter: Name contains any of payments, ledger' }).click();
  await page.getByRole('dialog', { name: 'Name' }).getByRole('button', { name: 'Apply' }).click();
  expect(new URL(page.url()).searchParams.getAll('f').at(-1)).toBe('name:payments,ledger');
  await filter(page).fill('db');
  await expect(option(page, /^Name contains db/)).toBeInViewport({ ratio: 1 });
});

test('a slip of the finger finds what was meant, and says that it is only close', async ({ page }) => {
  await signIn(page, 'riley');
  await filter(page).fill('paymnts/db-writer');
  await expect(count(page)).toContainText(/^None contains it, \d+ comes? close$/);
  await expect(row(page, DB_WRITER)).toBeVisible();
});

test('a saved view outlives a reload, is renamed, and is nobody else’s', async ({ page }) => {
  await signIn(page, 'riley');
  const views = page.getByRole('list', { name: 'Saved views' });
  await filter(page).fill('payments');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('All of payments');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const view = views.getByRole('link', { name: /^All of payments/ });
  await expect(view).toHaveAttribute('aria-current', 'true');
  await expect(view).toHaveAccessibleName(/, [\d,]+$/);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(view).not.toHaveAttribute('aria-current');
  await page.reload();
  await view.click();
  await expect(filter(page)).toHaveValue('payments');
  await expectAccessible(page);

  await view.focus();
  await page.getByRole('button', { name: 'Change view All of payments' }).click();
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('New name of All of payments').fill('Payments');
  await page.keyboard.press('Enter');
  await expect(views.getByRole('link', { name: /^Payments/ })).toBeFocused();

  // The next operator in the same browser.
  await page
    .getByRole('button', { name: /^Operator/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: /^Continue as/ })).toBeVisible();
  await signIn(page, 'sam');
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await expect(views).toBeHidden();
});

test('a view shows no count before all regions are read, and can be deleted', async ({ page }) => {
  await signIn(page, 'riley');
  await filter(page).fill('prod');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('Prod');
  await page.keyboard.press('Enter');
  const view = page.getByRole('list', { name: 'Saved views' }).getByRole('link');
  await expect(view).toHaveAccessibleName(/^Prod ?, [\d,]+$/);
  await sandbox.fault({
    kind: 'deny',
    service: 'secretsmanager',
    operation: 'ListSecrets',
    region: 'us-west-2',
  });
  await page.reload();
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await expect(view).toHaveAccessibleName(/^Prod ?, not counted yet$/);
  await view.focus();
  await page.getByRole('button', { name: 'Change view Prod' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(view).toBeHidden();
});

test('a name, an ARN or a version id leads to its secret from every page', async ({ page }) => {
  await signIn(page, 'riley');
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  const find = page.getByRole('combobox', { name: 'Name, ARN or version id' });
  const heading = page.getByRole('heading', { name: DB_WRITER, level: 1 });
  const search = async (text: string) => {
    await page.keyboard.press('Control+k');
    await find.fill(text);
  };
  await search('payments db-wr');
  await expect(option(page, DB_WRITER)).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(heading).toBeVisible();
  const arn = new URL(page.url()).searchParams.get('arn')!;
  const id = await currentVersion(page);

  // From the secret's own page, with the rows still loaded.
  await search('prod/orders/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^prod\/orders\//, level: 1 })).toBeVisible();
  await search(id);
  await expect(option(page, /AWSCURRENT/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading).toBeVisible();
  await search('00000000-1111-2222-3333-444444444444');
  await expect(page.getByText('No loaded secret has a label on this version')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find).toBeHidden();

  // Nothing is loaded: an ARN needs no row. As a task definition has it, with a key and a label behind it.
  await page.reload();
  await expect(heading).toBeVisible();
  await page.getByRole('link', { name: 'Secrets' }).first().click();
  await page.keyboard.press('Control+k');
  await find.fill(`"${arn}:password:AWSCURRENT:"`);
  await page.keyboard.press('Enter');
  await expect(heading).toBeVisible();

  await page.getByRole('link', { name: 'Secrets' }).first().click();
  await filter(page).fill(arn);
  await expect(option(page, new RegExp(`^Open ${DB_WRITER}`))).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(heading).toBeVisible();

  // What is pasted whole needs no choice.
  await page.getByRole('link', { name: 'Secrets' }).first().click();
  await filter(page).fill(id);
  await page.keyboard.press('Enter');
  await expect(heading).toBeVisible();
});

async function currentVersion(page: Page): Promise<string> {
  const line = versionWith(page, 'AWSCURRENT').first();
  const copy = await line
    .getByRole('button', { name: /^Copy version id/ })
    .first()
    .getAttribute('aria-label');
  return /[0-9a-f-]{36}/.exec(copy ?? '')![0];
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('filters are added, changed and saved with a thumb', async ({ page }) => {
    await signIn(page, 'riley');
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    await page.getByRole('button', { name: 'Add a filter' }).tap();
    await expectAccessible(page);
    await option(page, /^Region/).tap();
    const editor = page.getByRole('dialog', { name: 'Region' });
    await editor.getByRole('checkbox', { name: /^eu-west-1/ }).tap();
    await expectAccessible(page);
    await editor.getByRole('button', { name: 'Close' }).tap();
    await expect(applied(page)).toContainText('Region is euw1');
    await page.getByRole('button', { name: 'Views' }).tap();
    await page.getByLabel('Name of the view').fill('Europe');
    await page.getByRole('button', { name: 'Save', exact: true }).tap();
    await page.getByRole('button', { name: 'Clear', exact: true }).tap();
    await expect(applied(page)).toBeHidden();
    await page.getByRole('button', { name: 'Views' }).tap();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^Europe/ }).tap();
    await expect(applied(page)).toContainText('Region is euw1');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    // Smaller type would make the page zoom in.
    expect(await filter(page).evaluate((input) => getComputedStyle(input).fontSize)).toBe('16px');
    await page.getByRole('button', { name: /^Find a secret/ }).tap();
    await page.getByRole('combobox', { name: 'Name, ARN or version id' }).fill('db-writer');
    await option(page, DB_WRITER).tap();
    await expect(page.getByRole('heading', { name: DB_WRITER, level: 1 })).toBeVisible();
  });
});
