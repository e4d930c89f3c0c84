import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { sandbox } from './sandbox.ts';
import { expect, openSecret, signIn, test, tickAll, versionWith } from './test.ts';

test('what another client writes beside the console appears in it', async ({ page }) => {
  await signIn(page, 'riley');
  // Only what comes after a whole reading is held back until it is asked for.
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-rowcount', '-1');
  const beside = await sandbox.as('riley', 'eu-west-1');
  await beside.send(new CreateSecretCommand({ Name: 'beside/made-by-the-cli', SecretString: 'one' }));
  await page.getByRole('button', { name: /^Read again|^Refresh/ }).click();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await openSecret(page, 'beside/made-by-the-cli', 'eu-west-1');
  const { VersionId } = await beside.send(
    new PutSecretValueCommand({ SecretId: 'beside/made-by-the-cli', SecretString: 'two' }),
  );
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(versionWith(page, 'AWSCURRENT')).toContainText(VersionId!.slice(0, 4));
  await expect(versionWith(page, 'AWSPREVIOUS')).toBeVisible();
});

test('a world that moves a day on is shown by its own clock, and can still be written to', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, 'dev/notifications/twilio');
  await sandbox.advance('PT24H');
  await sandbox.advance('PT24H');
  await page.getByRole('button', { name: 'Read again' }).click();
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await tickAll(review);
  await review.getByRole('button', { name: /^Roll back to v/ }).click();
  await expect(page.getByRole('complementary', { name: 'Roll back' }).getByRole('status')).toContainText(
    'Confirmed',
  );
});
