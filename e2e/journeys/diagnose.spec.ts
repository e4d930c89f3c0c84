import { expect, expectAccessible, signIn, test } from './test.ts';

const LOG = [
  'START RequestId: 5f2b8c10-7a44-4e0b-9c55-3a6a2f0d9e71 Version: $LATEST',
  '[INFO] createSecret: Successfully put secret for ARN prod/db and version 7f3a.',
  '[ERROR] ClientError: An error occurred (AccessDeniedException) when calling the GetSecretValue operation: User: arn:aws:sts::441200879921:assumed-role/rotate/rotate is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:441200879921:key/1f0e because no identity-based policy allows the kms:Decrypt action',
  'END RequestId: 5f2b8c10-7a44-4e0b-9c55-3a6a2f0d9e71',
].join('\n');

test('a pasted log is diagnosed without leaving the browser, with its proof marked and what to do', async ({
  page,
}) => {
  await signIn(page, 'sam');
  await page.getByRole('link', { name: 'Diagnose a log' }).first().click();
  await expect(page.getByRole('heading', { name: 'Diagnose a log', level: 1 })).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.postData() ?? request.url()));
  await page.getByLabel(/Log of the rotation function/).fill(LOG);
  await page.getByRole('button', { name: 'Diagnose', exact: true }).click();
  const cause = page.getByRole('region', { name: 'The function may not use the KMS key' });
  await expect(cause).toContainText('kms-permission-denied');
  await expect(cause.locator('mark').first()).toBeVisible();
  await expect(
    cause
      .getByRole('listitem')
      .filter({ hasText: /kms:Decrypt/ })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  expect(asked.filter((text) => text.includes('AccessDeniedException'))).toEqual([]);

  await page.getByLabel(/Log of the rotation function/).fill('START RequestId: a\nEND RequestId: a');
  await page.getByRole('button', { name: 'Diagnose', exact: true }).click();
  await expect(page.getByText('Nothing in it says that a rotation failed')).toBeVisible();
});
