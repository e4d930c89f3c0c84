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
  await progress.getByRole('button', { name: /retry us-west-2/i }).click();
  await expect(page.getByRole('contentinfo')).toContainText(/us-west-2read \d/);
  await expect(progress).toContainText('throttled');
  expect(await sandbox.calls('ListRegions')).toBe(0);
});
