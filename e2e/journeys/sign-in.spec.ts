import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

test('access keys are proven by AWS: wrong ones are refused and stay typed, right ones lead in', async ({
  page,
}) => {
  const { accessKeyId, secretAccessKey, sessionToken } = await sandbox.session('sam', 3600);
  await page.goto('/');
  await page.getByRole('tab', { name: /Access keys/ }).click();
  await page.getByLabel('Access key id').fill(accessKeyId!);
  await page.getByLabel('Secret access key', { exact: true }).fill('not-the-secret-that-belongs-to-this-key');
  await page.getByLabel(/^Session token/).fill(sessionToken!);
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('AWS does not accept these keys');
  await expect(page.getByLabel('Access key id')).toHaveValue(accessKeyId!);
  await expectAccessible(page);

  await page.getByLabel('Secret access key', { exact: true }).fill(secretAccessKey!);
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Operator sam .* left/ })).toBeVisible();
  await expect(page.getByText('4412-0087-9921').first()).toBeVisible();

  const html = await (await page.request.get(page.url())).text();
  const session = await (await page.request.get('/api/auth/session')).text();
  for (const secret of [secretAccessKey!, sessionToken!, accessKeyId!]) {
    expect(html).not.toContain(secret);
    expect(session).not.toContain(secret);
  }
  expect(html).not.toContain('arn:aws');
});

test('credentials that end lead to sign-in and back to the same page, with the reason still typed', async ({
  page,
}) => {
  const keys = await sandbox.session('riley', 3600);
  await page.goto('/');
  await page.getByRole('tab', { name: /Access keys/ }).click();
  await page.getByLabel('Access key id').fill(keys.accessKeyId!);
  await page.getByLabel('Secret access key', { exact: true }).fill(keys.secretAccessKey!);
  await page.getByLabel(/^Session token/).fill(keys.sessionToken!);
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await openSecret(page, 'prod/payments/db-writer');
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('INC-4471');

  await sandbox.endSession(keys.accessKeyId!);
  await page.getByRole('dialog').getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Your sign-in has ended')).toBeVisible();
  await page.getByRole('button', { name: 'Continue as riley' }).click();
  await expect(page.getByRole('dialog', { name: 'Roll back' }).getByLabel('Reason')).toHaveValue('INC-4471');
});

test('signing out leaves nothing behind, and a link of another scope is not read with these credentials', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, 'prod/payments/db-writer');
  const address = page.url();
  await page.getByRole('button', { name: /^Operator riley/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to AWS' })).toBeVisible();
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('keyturn.receipt'))),
  ).toEqual([]);

  await page.goto(address);
  await page.getByRole('radio', { name: /^sam\b/ }).check();
  await page.getByRole('button', { name: 'Continue as sam' }).click();
  await expect(page.getByText('You are not signed in to the account and role of this link')).toBeVisible();
});
