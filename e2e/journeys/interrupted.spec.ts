import { sandbox } from './sandbox.ts';
import { expect, openSecret, signIn, test, tickAll, versionWith } from './test.ts';

const NAME = 'dev/notifications/twilio';

test.beforeEach(async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await sandbox.forgetCalls();
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await tickAll(review);
  // AWS does it at once and answers late.
  await sandbox.fault({ kind: 'latency', operation: 'UpdateSecretVersionStage', ms: 3_000, count: 1 });
  await review.getByRole('button', { name: /^Roll back to v/ }).click();
  await expect.poll(() => sandbox.calls('UpdateSecretVersionStage')).toBe(1);
});

test('a page reloaded during the move says that it happened, and does not move again', async ({ page }) => {
  await page.reload();
  const receipt = page.getByRole('complementary', { name: 'Roll back' });
  await expect(receipt.getByRole('status')).toContainText('Confirmed');
  // The address no longer asks for the review, which would find nothing left to move.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(versionWith(page, 'AWSPREVIOUS')).toBeVisible();
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);
});

test('going back during the move does not hide its answer', async ({ page }) => {
  await page.goBack();
  await expect(page.getByRole('dialog', { name: 'Roll back' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Roll back' }).getByRole('status')).toContainText(
    'Confirmed',
    { timeout: 15_000 },
  );
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);
});
