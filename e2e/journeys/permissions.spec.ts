import { IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { here } from './here.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

const NAME = 'prod/payments/db-writer';

/** Somebody with the right to do so lets sam ask IAM. */
async function letSamAsk(): Promise<void> {
  const { config } = await sandbox.as('riley');
  const client = new IAMClient({
    ...{ region: 'us-east-1', endpoint: here.sandboxUrl, credentials: await config.credentials() },
  });
  const own = { Effect: 'Allow', Action: 'iam:SimulatePrincipalPolicy', Resource: '*' };
  await client.send(
    new PutUserPolicyCommand({
      ...{ UserName: 'sam', PolicyName: 'Ask' },
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: own }),
    }),
  );
  client.destroy();
}

test('an operator with few rights learns what is refused and by whom, asks AWS, and takes away the least policy', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, 'sam');
  await openSecret(page, NAME);
  await page.getByRole('tab', { name: 'Summary' }).click();
  await page.getByRole('button', { name: 'Edit the description' }).click();
  await page.getByLabel('Description').fill('of the payments team');
  await page.getByLabel(`Type ${NAME} to confirm`).fill(NAME);
  await page.getByRole('button', { name: 'Save' }).click();
  // Off, in reach of the keyboard, and with the missing action in its description.
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await expect(save).toHaveAccessibleDescription(/AWS refused secretsmanager:UpdateSecret/);
  await save.focus();
  await expect(save).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: /discard/i }).click();
  // So it stays after a reload. What was not tried is not off.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Edit the description' })).toHaveAccessibleDescription(
    /AWS refused secretsmanager:UpdateSecret: at .* before this page was loaded/,
  );
  await expect(page.getByRole('button', { name: 'Add tag' })).not.toHaveAccessibleDescription(/AWS refused/);

  await page
    .getByRole('button', { name: /^Operator/ })
    .filter({ visible: true })
    .click();
  await page.getByRole('link', { name: 'What you may do' }).click();
  await expect(page.getByRole('heading', { name: 'Permissions', level: 1 })).toBeVisible();
  const right = (name: string) => page.getByRole('listitem', { name, exact: true });
  const described = right('Edit the description');
  await expect(described).toContainText('Secrets Manager refused: no identity-based policy allows it');
  await expect(described).toContainText(NAME);
  await expect(right('Put a new value')).toContainText('not tried');
  await expect(right('Table of secrets')).toContainText('AWS did it in');
  await expectAccessible(page);

  await page.getByRole('textbox', { name: /^Regions/ }).fill('us-east-1');
  await page.getByRole('textbox', { name: /^Secrets/ }).fill('prod/');
  await page.getByRole('button', { name: 'Ask AWS' }).click();
  const pane = page.getByRole('region', { name: 'Ask AWS' });
  await expect(pane).toContainText('no identity-based policy allows the iam:SimulatePrincipalPolicy action');
  await expect(right('Put a new value')).toContainText('not tried');
  await letSamAsk();
  await sandbox.forgetCalls();
  await pane.getByRole('button', { name: /^Ask/ }).click();
  await expect(pane).toContainText('Simulated for');
  await expect(right('Put a new value')).toContainText('simulated for us-east-1: no policy allows it');
  await expect(described).toContainText('Secrets Manager refused');
  expect(await sandbox.calls('PutSecretValue')).toBe(0);

  await described.getByRole('checkbox').check();
  await page.getByRole('region', { name: 'Least policy' }).getByRole('button', { name: /^Copy/ }).click();
  const policy = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(policy.Statement).toEqual([
    {
      ...{ Sid: 'Secrets', Effect: 'Allow' },
      Action: ['secretsmanager:DescribeSecret', 'secretsmanager:UpdateSecret'],
      Resource: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/*',
    },
  ]);
});
