import { AWAY_ROLE, addFurther } from './away.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, test } from './test.ts';

test('where the credentials of one account end, the others go on, and what is typed there is sent once it is added again', async ({
  page,
  context,
}) => {
  test.slow();
  const { own, assumed } = await sandbox.assumed(AWAY_ROLE);
  await page.goto('/');
  await page.getByRole('tab', { name: /Access keys/ }).click();
  await page.getByLabel('Access key id').fill(own.accessKeyId);
  await page.getByLabel('Secret access key', { exact: true }).fill(own.secretAccessKey);
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await addFurther(page, 'riley', async (sheet) => {
    await sheet.getByRole('radio', { name: 'Other access keys' }).check({ force: true });
    await sheet.getByLabel('Access key id').fill(assumed.AccessKeyId!);
    await sheet.getByLabel('Secret access key', { exact: true }).fill(assumed.SecretAccessKey!);
    await sheet.getByLabel(/^Session token/).fill(assumed.SessionToken!);
    await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  });

  await openSecret(page, 'shared/backup/ldap-bind', 'eu-west-1');
  await page.getByRole('button', { name: 'Put new value' }).click();
  const form = page.getByRole('dialog', { name: 'Put a new value' });
  await form.getByRole('textbox', { name: 'Key 1', exact: true }).fill('token');
  const value = form.getByLabel('Value of token');
  await value.fill('kept-7a2e');
  for (const tick of await form.getByRole('checkbox').all()) await tick.check();
  await sandbox.endSession(assumed.AccessKeyId!);
  await form.getByRole('button', { name: 'Put new value' }).click();
  const alert = form
    .getByRole('alert')
    .filter({ hasText: 'credentials of this account and role have ended' });
  await expect(alert).toBeVisible();
  await expect(value).toHaveValue('kept-7a2e');
  await expectAccessible(page);

  // Elsewhere the other account is read as ever, and this one says what is the matter.
  const other = await context.newPage();
  await other.goto('/secrets');
  const strip = other.getByRole('region', { name: 'Reading of the regions' });
  await expect(
    strip.getByRole('button', { name: /regions of 6027-3314-5908: credentials have ended/ }),
  ).toBeVisible();
  await expect(other.getByRole('gridcell', { name: '4412-0087-9921' }).first()).toBeVisible();
  await other.close();

  await alert.getByRole('button', { name: 'Add it again' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add account or role' });
  await sheet.getByRole('radio', { name: 'A role to assume' }).check({ force: true });
  await expect(sheet.getByLabel('Role ARN')).toHaveValue(AWAY_ROLE);
  await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(value).toHaveValue('kept-7a2e');
  await form.getByRole('button', { name: 'Put new value' }).click();
  await expect(page.getByRole('complementary', { name: 'New value' })).toBeVisible();
});
