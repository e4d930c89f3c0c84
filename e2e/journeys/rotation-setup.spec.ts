import {
  CreateSecretCommand,
  GetSecretValueCommand,
  RotateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { test } from './own-console.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn } from './test.ts';

const NAME = 'rotating/new';
const HOST = 'new.db.sandbox.invalid';

/** A secret that opens its database and does not rotate; its value. */
async function makeSecret(): Promise<string> {
  const login = { engine: 'mysql', host: HOST, username: 'app', password: 'first' };
  await sandbox.database({ host: HOST, engine: 'mysql', user: 'app', password: 'first' });
  const client = await sandbox.as('riley');
  await client.send(new CreateSecretCommand({ Name: NAME, SecretString: JSON.stringify(login) }));
  client.destroy();
  return JSON.stringify(login);
}

async function currentValue(): Promise<string> {
  const client = await sandbox.as('riley');
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: NAME }));
  client.destroy();
  return SecretString;
}

test('rotation is turned on from off: the windows are shown first, and it rotates only when that is chosen', async ({
  page,
}) => {
  const value = await makeSecret();
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('tab', { name: 'Rotation' }).click();
  const schedule = page.getByRole('region', { name: 'Schedule' });
  await expect(schedule).toContainText('Off');
  await expect(page.getByRole('button', { name: /^Rotate now/ })).toBeDisabled();

  await page.getByRole('button', { name: 'Turn rotation on', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Turn rotation on' });
  await expect(sheet).toContainText('Saving a schedule rotates at once, unless you choose not to');
  const save = sheet.getByRole('button', { name: /^Turn rotation on/ });
  await expect(save).toBeDisabled();
  await sheet.getByLabel('Days between rotations').fill('7');
  await sheet.getByLabel('Rotation function').fill('rotate-subscriptions');
  await expect(sheet.getByRole('status')).toContainText('Every 7 days');
  await expect(sheet.getByRole('table', { name: /Next windows/ }).getByRole('row')).toHaveCount(4);
  await expect(sheet.getByRole('region', { name: 'Pre-flight' })).toContainText(
    'Secrets Manager may invoke rotate-subscriptions',
  );
  await expect(sheet).toContainText('--no-rotate-immediately');
  await expectAccessible(page);
  await sandbox.forgetCalls();
  await save.click();
  await expect(page.getByText('AWS has taken the schedule')).toBeVisible();
  await expect(schedule).toContainText('Every 7 days');
  await sandbox.advance('PT1M');
  expect(await currentValue()).toBe(value);
  expect(await sandbox.calls('RotateSecret')).toBe(1);

  await page.getByRole('button', { name: 'Edit the schedule' }).click();
  const again = page.getByRole('dialog', { name: 'Edit the schedule' });
  await again.getByLabel('Rotate at once').check({ force: true });
  await expect(again).toContainText(
    'A new password is set at the service as soon as AWS has taken the schedule',
  );
  await again.getByRole('button', { name: 'Save the schedule and rotate now' }).click();
  await expect(again).toBeHidden();
  await sandbox.advance('PT1M');
  const rotated = await currentValue();
  expect(rotated).not.toBe(value);
  expect(await sandbox.login(rotated)).toBe(true);
  expect(await sandbox.login(value)).toBe(false);
});

test.describe('where every query of logs is asked about', () => {
  test.use({ settings: { KEYTURN_SCAN_LIMIT_BYTES: '0' } });

  test('lines that only a billed query gives are asked about with their price, queried once, and told with it', async ({
    browser,
    server,
  }) => {
    await makeSecret();
    await sandbox.target(HOST, 'closed');
    const client = await sandbox.as('riley');
    // Its log group is of the class Infrequent Access.
    const RotationLambdaARN = 'arn:aws:lambda:us-east-1:441200879921:function:rotate-vault';
    await client.send(new RotateSecretCommand({ SecretId: NAME, RotationLambdaARN }));
    client.destroy();
    await sandbox.advance('PT1M');
    await sandbox.advance('PT20M');
    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    await signIn(page, 'riley');
    await openSecret(page, NAME);
    await page.getByRole('tab', { name: 'Rotation' }).click();
    const attempt = page
      .getByRole('region', { name: 'Attempts' })
      .locator(':scope > ol > li')
      .filter({ hasText: 'Failed' })
      .first();
    await sandbox.forgetCalls();
    await attempt.getByRole('button', { name: 'Why did it fail?' }).click({ timeout: 20_000 });
    await expect(attempt).toContainText('No log lines: they can only be had by a query that AWS bills');
    expect(await sandbox.calls('StartQuery')).toBe(0);
    await expectAccessible(page);
    await attempt.getByRole('button', { name: /^Query them, up to 0\.\d{3} GB that AWS bills$/ }).click();
    await expect(attempt).toContainText(/The query scanned 0\.\d{3} GB, which AWS bills\./);
    await expect(attempt).toContainText('What to do');
    expect(await sandbox.calls('StartQuery')).toBe(1);
    await context.close();
  });
});
