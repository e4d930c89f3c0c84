import type { Page } from '@playwright/test';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

const LIST = { service: 'secretsmanager', operation: 'ListSecrets' };

test('a region the operator may not read is a line and a mark; the others are all there', async ({
  page,
}) => {
  await signIn(page, 'noor');
  const progress = page.getByRole('region', { name: /reading/i });
  await expect(progress).toContainText('ap-southeast-2');
  await expect(progress).toContainText('access denied');
  await expect(page.getByRole('contentinfo')).toContainText('ap-southeast-2access denied');
  await expect(page.getByRole('contentinfo')).toContainText(/us-east-1read \d/);
  await expect(page.getByRole('button', { name: /^Operator noor/ })).toBeVisible();
  await expectAccessible(page);
  await openSecret(page, 'prod/payments/db-writer');
});

test('a throttled and a hanging region leave the rest working, and each can be read again alone', async ({
  page,
}) => {
  test.slow();
  await sandbox.fault({ ...LIST, kind: 'throttle', region: 'eu-west-1' });
  await sandbox.fault({ ...LIST, kind: 'hang', region: 'us-west-2' });
  await signIn(page, 'riley');
  await openSecret(page, 'prod/payments/db-writer');
  await page.goBack();
  const progress = page.getByRole('region', { name: /reading/i });
  await expect(progress).toContainText('throttled', { timeout: 15_000 });
  await expect(progress).toContainText('no answer', { timeout: 15_000 });
  await sandbox.heal();
  await sandbox.forgetCalls();
  await progress.getByRole('button', { name: /retry us-west-2/i }).press('Enter');
  await expect(progress, 'the focus is not lost with the button').toBeFocused();
  await expect(page.getByRole('contentinfo')).toContainText(/us-west-2read \d/);
  await expect(progress).toContainText('throttled');
  expect(await sandbox.calls('ListRegions')).toBe(0);
});

const reading = (page: Page) => page.getByRole('region', { name: /reading/i });
const bar = (page: Page) => page.getByRole('contentinfo');
const grid = (page: Page) => page.getByRole('grid', { name: 'Secrets' });

test('a slow region says what is waited for; the others are read, and say when', async ({ page }) => {
  await sandbox.fault({ ...LIST, kind: 'latency', region: 'eu-west-1', ms: 7_500, count: 1 });
  await signIn(page, 'riley');
  await expect(reading(page)).toContainText('eu-west-1 reading, slow: waiting for page 1');
  await expect(reading(page)).toContainText(/us-east-1 [\d,]+ done/);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  await expect(reading(page)).toContainText(/eu-west-1 [\d,]+ read \d\d:\d\d:\d\d/, { timeout: 15_000 });
  await expect(reading(page)).toContainText(/us-east-1 [\d,]+ read \d\d:\d\d:\d\d/);
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', '-1');
});

test('a reading can be stopped: what was read stays, the rest says so and goes on when asked', async ({
  page,
}) => {
  await sandbox.fault({ ...LIST, kind: 'hang', region: 'us-west-2' });
  await signIn(page, 'riley');
  await expect(bar(page)).toContainText(/eu-west-1read \d/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(reading(page)).toContainText('us-west-2 stopped, 0 read');
  await expect(bar(page)).toContainText('us-west-2stopped');
  await expect(page.getByText(/without us-west-2/)).toBeVisible();
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', '-1');
  await expectAccessible(page);
  await openSecret(page, 'prod/payments/db-writer');
  await page.goBack();
  await sandbox.heal();
  await sandbox.forgetCalls();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(reading(page)).toContainText(/us-west-2 [\d,]+ read \d/);
  await expect(page.getByText(/without us-west-2/)).toBeHidden();
  expect(await sandbox.calls('ListRegions')).toBe(0);
});

test('a region that is dead when everything is read again keeps its rows, and says of when they are', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'riley');
  await expect(reading(page)).toContainText(/us-east-1 [\d,]+ read \d/);
  const rows = await grid(page).getAttribute('aria-rowcount');
  await sandbox.fault({ ...LIST, kind: 'reset', region: 'us-east-1' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(reading(page)).toContainText(/no answer.*rows of \d\d:\d\d:\d\d/, { timeout: 20_000 });
  await expect(grid(page)).toHaveAttribute('aria-rowcount', rows!);
  await reading(page).getByRole('button', { name: 'us-east-1: no answer' }).click();
  await expect(reading(page)).toContainText('Try again. Every region is read by itself.');
  await expectAccessible(page);
  await sandbox.heal();
  await reading(page).getByRole('button', { name: 'Retry us-east-1' }).click();
  await expect(reading(page)).toContainText(/us-east-1 [\d,]+ read \d/);
  await expect(page.getByRole('button', { name: 'Show', exact: true })).toBeHidden();
});

test('regions the account has not enabled are told as such, beside those that were read', async ({
  page,
}) => {
  await sandbox.fault({ service: 'account', operation: 'ListRegions', kind: 'deny' });
  await signIn(page, 'riley');
  await expect(reading(page)).toContainText('may not be enabled');
  await expect(reading(page)).toContainText('account:ListRegions');
  await expect(reading(page)).toContainText(/4 regions read \d/);
  await expect(reading(page), 'each is told once').not.toContainText('us-east-1');
  await expectAccessible(page);
  await openSecret(page, 'prod/payments/db-writer');
});

test('an operator who may list nowhere is told why, and what to ask for', async ({ page }) => {
  await sandbox.fault({ ...LIST, kind: 'deny' });
  await signIn(page, 'riley');
  await expect(page.getByRole('heading', { name: 'No region could be read' })).toBeVisible();
  await expect(page.getByText('Ask for the missing permission')).toBeVisible();
  await expectAccessible(page);
  await sandbox.heal();
  await page.getByRole('button', { name: 'Retry all regions' }).click();
  await expect(page.getByRole('main')).toBeFocused();
  await openSecret(page, 'prod/payments/db-writer');
});
