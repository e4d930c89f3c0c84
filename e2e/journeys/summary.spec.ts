import { DescribeKeyCommand, DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { PutResourcePolicyCommand } from '@aws-sdk/client-secrets-manager';
import { here } from './here.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

const NAME = 'prod/payments/db-writer';

test('an operator reads all metadata, changes description and tags, and takes code away', async ({
  page,
}) => {
  await signIn(page, 'riley');
  const aws = await sandbox.as('riley');
  const policy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Principal: { AWS: '602733145908' }, Action: 'secretsmanager:*', Resource: '*' },
    ],
  };
  await aws.send(new PutResourcePolicyCommand({ SecretId: NAME, ResourcePolicy: JSON.stringify(policy) }));
  await openSecret(page, NAME);
  await sandbox.forgetCalls();
  await page.getByRole('tab', { name: 'Summary' }).click();
  await expect(page.getByText('Enabled', { exact: true })).toBeVisible();
  await expect(page.getByText('$1.60 a month')).toBeVisible();
  await expect(page.locator('pre').filter({ hasText: '"Effect": "Deny"' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Edit the description' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('Login of the payments writer');
  await page.getByLabel(`Type ${NAME} to confirm`).fill(NAME);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByRole('definition').filter({ hasText: 'Login of the payments writer' }),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'Key of a tag' }).fill('runbook');
  await page.getByRole('textbox', { name: 'Text of a tag' }).fill('rb-12');
  const tags = page.getByRole('region', { name: 'Tags' });
  const confirm = tags.getByLabel(`Type ${NAME} to confirm`);
  await confirm.fill(NAME);
  await page.getByRole('button', { name: 'Add tag' }).click();
  await expect(confirm).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove the tag runbook' }).click();
  await expect(tags.getByText('In account 4412-0087-9921 as riley')).toBeVisible();
  await confirm.fill(NAME);
  await page.getByRole('button', { name: 'Remove tag', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Remove the tag runbook' })).toHaveCount(0);

  await page.getByLabel('Language').selectOption('Python');
  await expect(page.locator('pre').filter({ hasText: 'SecretCache' })).toBeVisible();
  expect(await sandbox.calls('GetSecretValue')).toBe(0);
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Summary' })).toHaveAttribute('aria-selected', 'true');
});

test('a key that is disabled is said where it matters', async ({ page }) => {
  const operators: { name: string; accessKeyId: string; secretAccessKey: string }[] = await (
    await fetch(`${here.sandboxUrl}/_sandbox/operators`)
  ).json();
  const credentials = operators.find(({ name }) => name === 'riley')!;
  const kms = new KMSClient({ region: 'us-east-1', endpoint: here.sandboxUrl, credentials });
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/payments' }));
  await kms.send(new DisableKeyCommand({ KeyId: KeyMetadata?.KeyId }));
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('tab', { name: 'Summary' }).click();
  await expect(page.getByText('Disabled: no value under it can be read')).toBeVisible();
});

test('an operator who may change nothing keeps what was typed and reads what is missing', async ({
  page,
}) => {
  await signIn(page, 'sam');
  await openSecret(page, NAME);
  await page.getByRole('tab', { name: 'Summary' }).click();
  await page.getByRole('button', { name: 'Edit the description' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('not allowed');
  await page.getByLabel(`Type ${NAME} to confirm`).fill(NAME);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('secretsmanager:UpdateSecret');
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('not allowed');
});
