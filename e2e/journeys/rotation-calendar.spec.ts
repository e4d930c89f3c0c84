import { CreateSecretCommand, RotateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { openRotation } from './rotation-page.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, signIn, test } from './test.ts';

/** Two secrets that only their tags tell to be of one database: each has a function of its own. */
async function makeNeighbours(): Promise<void> {
  const aws = await sandbox.as('riley');
  const functions = { 'ledger/app': 'rotate-postgres', 'ledger/report': 'rotate-mysql' };
  for (const [Name, fn] of Object.entries(functions)) {
    const Tags = [{ Key: 'db-host', Value: 'ledger.db.internal' }];
    await aws.send(new CreateSecretCommand({ Name, SecretString: '{}', Tags }));
    await aws.send(
      new RotateSecretCommand({
        ...{ SecretId: Name, RotateImmediately: false },
        RotationLambdaARN: `arn:aws:lambda:us-east-1:441200879921:function:${fn}`,
        RotationRules: { ScheduleExpression: 'cron(0 2 * * ? *)', Duration: '1h' },
      }),
    );
  }
  aws.destroy();
}

test('the next 30 days are windows by region and day, in the address; what may come together is said', async ({
  page,
}) => {
  await makeNeighbours();
  await signIn(page, 'riley');
  await openRotation(page);
  await sandbox.forgetCalls();
  await page.getByRole('tab', { name: 'Calendar' }).click();
  const grid = page.getByRole('table', { name: /^Windows that open/ });
  const days = grid.getByRole('radio');
  await expect(days).toHaveCount(30);
  await expect(grid.getByRole('row', { name: /us-east-1/ })).toContainText(/\d/);
  await expectAccessible(page);
  await days.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/tab=calendar.*day=\d{4}-\d\d-\d\d/);
  await page.reload();
  await expect(days.nth(1)).toBeChecked();
  // Tomorrow, as every day. Those at one database come first, and no value was read to know it.
  const together = page.getByRole('region', { name: 'At the same time' }).getByRole('listitem');
  await expect(together.first()).toHaveText(
    /^2 secrets at ledger\.db\.internal.* 02:00 to 03:00 UTC.*ledger\/app, ledger\/report$/,
  );
  expect(await sandbox.calls('GetSecretValue')).toBe(0);
  // A day on which many share a function, whichever that is.
  const byFunction = together.filter({ hasText: /\d+ secrets by rotate-/ }).first();
  for (let at = 0; at < 30 && !(await byFunction.isVisible()); at += 1)
    await days.nth(at).press('ArrowRight');
  await expect(byFunction).toBeVisible();
  await expect(page.getByRole('table', { name: /^Windows of / })).toContainText(/\d\d:00 to \d\d:00/);
  await expectAccessible(page);
});
