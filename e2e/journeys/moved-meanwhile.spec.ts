import { ListSecretVersionIdsCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test, tickAll, versionWith } from './test.ts';

const NAME = 'prod/payments/db-writer';

test('a label that moved while the operator was looking is not moved again: nothing is written, a new plan is shown', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await tickAll(review);
  await review.getByLabel(/to confirm/).fill(NAME);

  const beside = await sandbox.as('riley');
  const put = await beside.send(
    new PutSecretValueCommand({ SecretId: NAME, SecretString: '{"password":"put-beside-the-console"}' }),
  );
  await review.getByRole('button', { name: /^Roll back to v 7f3a/ }).click();

  await expect(review.getByRole('alert')).toContainText('AWSCURRENT moved while you were looking');
  await expect(review).toContainText('The plan has changed');
  await expect(review).toContainText(`--remove-from-version-id ${put.VersionId}`);
  await expect(review.getByLabel(/to confirm/)).toHaveValue('');
  await expectAccessible(page);
  const { Versions = [] } = await beside.send(new ListSecretVersionIdsCommand({ SecretId: NAME }));
  expect(Versions.find(({ VersionStages }) => VersionStages?.includes('AWSCURRENT'))?.VersionId).toBe(
    put.VersionId,
  );

  await page.keyboard.press('Escape');
  await expect(versionWith(page, 'AWSCURRENT')).toContainText(put.VersionId!.slice(0, 4));

  // Moved between the reading and the opening: the review is of what is there now.
  const again = await beside.send(new PutSecretValueCommand({ SecretId: NAME, SecretString: '{"a":1}' }));
  await versionWith(page, 'known-good')
    .getByRole('button', { name: /^Roll back to this version/ })
    .click();
  await expect(review).toContainText(`--remove-from-version-id ${again.VersionId}`);
});

test('an answer that is lost is settled by reading back, and never sent twice', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, 'dev/notifications/twilio');
  await sandbox.fault({ kind: 'reset', operation: 'UpdateSecretVersionStage', count: 1, after: true });
  await sandbox.forgetCalls();
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await tickAll(review);
  await review.getByRole('button', { name: /^Roll back to v/ }).click();
  const receipt = page.getByRole('complementary', { name: 'Roll back' });
  await expect(receipt).toContainText('answer was lost; the move was read back');
  await expect(receipt.getByRole('status')).toContainText('Confirmed');
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);
});

test('a refusal names the action and the sentence of AWS, keeps what was typed, and closes the way', async ({
  page,
}) => {
  await signIn(page, 'sam');
  await openSecret(page, NAME);
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await tickAll(review);
  await review.getByLabel('Reason').fill('INC-4471');
  await review.getByLabel(/to confirm/).fill(NAME);
  await review.getByRole('button', { name: /^Roll back to v 7f3a/ }).click();
  await expect(review.getByRole('alert')).toContainText(
    'is not authorized to perform: secretsmanager:UpdateSecretVersionStage',
  );
  await expect(review.getByLabel('Reason')).toHaveValue('INC-4471');
  await expect(review.getByRole('button', { name: /^Roll back to v 7f3a/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Roll back/ }).first()).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});
