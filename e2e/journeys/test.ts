import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { here } from './here.ts';
import { sandbox } from './sandbox.ts';

/** Every journey starts in a fresh demo world, and fails when the page complains in its console. */
export const test = base.extend<{ world: undefined }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      await sandbox.reset('demo');
      await use(undefined);
      await sandbox.heal();
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  baseURL: async ({}, use) => use(here.consoleUrl),
  page: async ({ page }, use) => {
    const noise: string[] = [];
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports each refused request as an error; the journeys ask for some of them.
      const refused = message.text().startsWith('Failed to load resource');
      if (['error', 'warning'].includes(message.type()) && !refused) noise.push(message.text());
    });
    await use(page);
    expect(noise, 'the browser console').toEqual([]);
  },
});

export { expect };

/** Signs in as one of the sandbox's operators, as a person would, and waits for the table to be complete. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('radio', { name: new RegExp(`^${name}\\b`) }).check();
  await page.getByRole('button', { name: `Continue as ${name}` }).click();
  await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
}

/** Finds a secret by typing, and opens its page in the region it lives in. */
export async function openSecret(page: Page, name: string, region = 'us-east-1'): Promise<void> {
  await page.getByRole('combobox', { name: /filter/i }).fill(name);
  const link = page.getByRole('link', { name, exact: true });
  // Until its own region is read, a replica may stand for a secret.
  await expect(link).toHaveAttribute('href', new RegExp(region));
  await link.click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** The row of the version that holds a label. */
export const versionWith = (page: Page, label: string) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByText(label, { exact: true }) });

/** axe on what can be reached now, the page or the dialog above it: no violation of WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page });
  // A small panel that floats leaves the page behind it in reach; a dialog with a scrim does not.
  if ((await page.locator('[role=dialog]').count()) > 0) axe.include('[role=dialog]');
  const { violations } = await axe
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual(
    [],
  );
}

/** Ticks every box of a review, once it is there to be read; it may ask for none. */
export async function tickAll(review: Locator): Promise<void> {
  await expect(review.getByRole('button', { name: /(to|Promote) v / })).toBeVisible();
  for (const box of await review.getByRole('checkbox').all()) await box.check();
}
