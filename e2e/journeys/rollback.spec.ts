import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test, tickAll, versionWith } from './test.ts';

const NAME = 'prod/payments/db-writer';

test('an operator signs in, rolls a secret back, sees every region follow, and undoes it', async ({
  page,
}) => {
  await page.goto('/');
  await expectAccessible(page);
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await expectAccessible(page);
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('0b6c');

  await sandbox.forgetCalls();
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await expect(review).toContainText('AWSPREVIOUS follows by itself');
  await expect(review).toContainText('--remove-from-version-id 0b6c');
  await expectAccessible(page);

  const act = review.getByRole('button', { name: /^Roll back to v 7f3a/ });
  await expect(act).toHaveAttribute('aria-disabled', 'true');
  await tickAll(review);
  await review.getByLabel('Reason').fill('INC-4471: rotation dropped sslrootcert');
  await review.getByLabel(/to confirm/).fill(NAME);
  await act.click();

  const receipt = page.getByRole('complementary', { name: 'Roll back' });
  await expect(receipt.getByRole('status')).toHaveText('Confirmed in 4 regions', { timeout: 20_000 });
  for (const region of ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2']) {
    await expect(receipt.getByRole('listitem').filter({ hasText: region })).toContainText('Read back v 7f3a');
  }
  await expect(receipt).toContainText('INC-4471_rotation_dropped_sslrootcert');
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('7f3a');
  await expectAccessible(page);
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);
  expect(await sandbox.calls('GetSecretValue')).toBe(0);
  await receipt.getByRole('button', { name: 'Readers since the move' }).click();
  await expect(receipt.getByRole('region', { name: 'Readers since the move' })).toContainText(
    /Of the last \d/,
  );
  await receipt.getByRole('button', { name: 'Show as CLI' }).click();
  await expect(receipt).toContainText('--remove-from-version-id 0b6c');

  await page.reload();
  await expect(receipt.getByRole('status')).toHaveText('Confirmed in 4 regions');
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);

  await receipt.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo roll back' });
  await expect(undo).toBeVisible();
  await tickAll(undo);
  await undo.getByLabel(/to confirm/).fill(NAME);
  await undo.getByRole('button', { name: /^Undo roll back to v 0b6c/ }).click();
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('0b6c');
  await expect(page.getByRole('complementary', { name: 'Undo' }).getByRole('status')).toHaveText(
    'Confirmed in 4 regions',
    { timeout: 20_000 },
  );
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(2);
});

test('a secret that is not protected takes one deliberate click, and an impatient finger moves once', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, 'dev/notifications/twilio');
  await sandbox.forgetCalls();
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await expect(review.getByLabel(/to confirm/)).toHaveCount(0);
  await tickAll(review);
  // Also once AWS has answered, and the review is on its way out.
  await review.getByRole('button', { name: /^Roll back to v/ }).evaluate((button: HTMLElement) => {
    for (let at = 0; at < 600; at += 15) setTimeout(() => button.click(), at);
  });
  const receipt = page.getByRole('complementary', { name: 'Roll back' });
  await expect(receipt.getByRole('status')).toContainText('Confirmed');
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);

  // Back in history leads to the review's address: it plans anew, and moves nothing.
  await page.goBack();
  await page.goForward();
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);
});
