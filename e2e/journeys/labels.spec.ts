import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test, versionWith } from './test.ts';

const NAME = 'prod/payments/db-writer';

test('an operator puts a label on a version, moves it to another, and takes it off', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  // The picture above the versions takes its place as it is read.
  await expect(page.getByRole('region', { name: 'Label timeline' }).getByRole('status')).toContainText(
    'complete back to',
    { timeout: 20_000 },
  );
  await sandbox.forgetCalls();
  const labels = page.getByRole('dialog', { name: 'Labels' });
  const confirm = async (act: string) => {
    await labels.getByLabel(/to confirm/).fill(NAME);
    await labels.getByRole('button', { name: new RegExp(`^${act}`) }).click();
  };
  await versionWith(page, 'AWSCURRENT')
    .getByRole('button', { name: /^Labels of version/ })
    .click();
  await expect(labels).toContainText('moves by a roll back');
  await labels.getByLabel(/Another label/).fill('blue');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page
    .getByRole('dialog', { name: 'would be lost' })
    .getByRole('button', { name: 'Go on writing' })
    .click();
  await expect(labels.getByLabel(/Another label/)).toHaveValue('blue');
  await confirm('Add label');
  await expect(labels.getByRole('list', { name: 'Labels of this version' })).toContainText('blue');
  await page.keyboard.press('Escape');
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('blue');

  await versionWith(page, 'AWSPREVIOUS')
    .getByRole('button', { name: /^Labels of version/ })
    .click();
  await labels.getByLabel(/Another label/).fill('blue');
  await confirm('Move label');
  await expect(labels.getByRole('list', { name: 'Labels of this version' })).toContainText('blue');
  await labels.getByRole('button', { name: 'Remove blue' }).click();
  await expect(labels).toContainText('--remove-from-version-id 7f3a');
  await confirm('Remove label');
  await expect(labels.getByRole('list', { name: 'Labels of this version' })).not.toContainText('blue');
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(3);
});

test('a version is kept by one call, however often the button is pressed', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, 'dev/notifications/twilio');
  await sandbox.forgetCalls();
  await page
    .getByRole('button', { name: /^Keep version/ })
    .first()
    .click();
  const labels = page.getByRole('dialog', { name: 'Labels' });
  await expect(labels.getByText('In account 4412-0087-9921 as riley')).toBeVisible();
  await labels.getByRole('button', { name: 'Add label' }).dblclick();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('keep-');
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);
});

test('AWSPENDING of an open rotation is taken off only after a tick and the name, whatever the secret', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const labels = page.getByRole('dialog', { name: 'Labels' });
  await versionWith(page, 'AWSPREVIOUS')
    .getByRole('button', { name: /^Labels of version/ })
    .click();
  await labels.getByLabel(/Another label/).fill('AWSPENDING');
  await labels.getByLabel(/to confirm/).fill(NAME);
  await labels.getByLabel('The next rotation may go on with this version').check();
  await labels.getByRole('button', { name: /^Move label/ }).click();
  await labels.getByRole('button', { name: 'Remove AWSPENDING' }).click();
  await expect(labels).toContainText('its password may be in force');
  await labels.getByLabel(/to confirm/).fill(NAME);
  const act = labels.getByRole('button', { name: /^Remove label/ });
  await expect(act).toHaveAttribute('aria-disabled', 'true');
  await labels.getByLabel('I have made sure that it is not needed').check();
  await act.click();
  await expect(labels.getByRole('button', { name: 'Remove AWSPENDING' })).toHaveCount(0);
});

test('an operator who may not move labels reads which permission is missing', async ({ page }) => {
  await signIn(page, 'sam');
  await openSecret(page, NAME);
  const labels = page.getByRole('dialog', { name: 'Labels' });
  await versionWith(page, 'AWSCURRENT')
    .getByRole('button', { name: /^Labels of version/ })
    .click();
  await labels.getByLabel(/Another label/).fill('blue');
  await labels.getByLabel(/to confirm/).fill(NAME);
  await labels.getByRole('button', { name: /^Add label/ }).click();
  await expect(labels.getByRole('alert')).toContainText('secretsmanager:UpdateSecretVersionStage');
  await expect(labels.getByRole('button', { name: /^Add label/ })).toHaveAttribute('aria-disabled', 'true');
});
