import { GetSecretValueCommand, RotateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test, versionWith } from './test.ts';

// In one file, though long: its journeys are all of the one tab.

const NAME = 'prod/payments/db-writer';

/** What a label's version holds, as somebody else with the right to read it sees. */
async function heldBy(VersionStage: string, SecretId = NAME): Promise<string> {
  const client = await sandbox.as('riley');
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId, VersionStage }));
  client.destroy();
  return SecretString;
}

test('an operator rotates a secret now, sees it succeed, and the old password is dead at the database', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const before = await heldBy('AWSCURRENT');
  expect(await sandbox.login(before)).toBe(true);

  await page.getByRole('tab', { name: 'Rotation' }).click();
  await expect(page.getByRole('region', { name: 'Schedule' })).toContainText(
    'Every 30 days, window 00:00 for 24 h',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Rotate now' }).click();
  const sheet = page.getByRole('dialog', { name: 'Rotate now' });
  await expect(sheet).toContainText('No rotation is unfinished');
  await expect(sheet).toContainText('--rotate-immediately');
  await expectAccessible(page);
  await sandbox.forgetCalls();
  await sheet.getByLabel(/to confirm/).fill(NAME);
  await sheet.getByRole('button', { name: 'Rotate now' }).dblclick();
  await expect(sheet).toBeHidden();
  await expect(page.getByText('AWS has begun to rotate')).toBeVisible();
  expect(await sandbox.calls('RotateSecret')).toBe(1);
  // Told at once, before CloudTrail has delivered anything of it.
  const attempts = page.getByRole('region', { name: 'Attempts' }).getByRole('listitem');
  await expect(attempts.first()).toContainText('Not ended, as far as was read');

  // The labels tell its end, long before CloudTrail does.
  await sandbox.advance('PT1M');
  await expect(attempts.first()).toContainText('Succeeded', { timeout: 20_000 });
  await expect(page.getByText(/which works: the rotation that made it signed in with it/)).toBeVisible();
  expect(await sandbox.login(before)).toBe(false);
  expect(await heldBy('AWSPREVIOUS')).toBe(before);
  expect(await sandbox.login(await heldBy('AWSCURRENT'))).toBe(true);
  await page.getByRole('tab', { name: /^Versions/ }).click();
  await expect(versionWith(page, 'AWSCURRENT')).toBeVisible();
});

test('a schedule is edited: AWS’s refusals are foretold, the windows shown, and nothing is rotated', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('tab', { name: 'Rotation' }).click();
  await page.getByRole('button', { name: 'Edit the schedule' }).click();
  const sheet = page.getByRole('dialog', { name: 'Edit the schedule' });
  await expect(sheet).toContainText('Saving a schedule rotates at once, unless you choose not to');
  await sheet.getByLabel('Days between rotations').fill('1.5');
  await expect(sheet.getByRole('status')).toContainText('A whole number of days.');
  await sheet.getByLabel('On certain days').check({ force: true });
  await sheet.getByLabel('Expression').fill('cron(0 20 * * ? *)');
  await sheet.getByLabel('Hours a window lasts').fill('5');
  await expect(sheet.getByRole('status')).toContainText('The window would run into the next UTC day.');
  await sheet.getByLabel('Expression').fill('cron(0 2 ? * SUN#1 *)');
  await expect(sheet.getByRole('status')).toContainText(
    'On the first Sunday of each month, window 02:00 for 5 h',
  );
  await expect(sheet).toContainText('"ScheduleExpression":"cron(0 2 ? * SUN#1 *)","Duration":"5h"');
  await expectAccessible(page);
  // What is typed is kept.
  await page.reload();
  await expect(sheet.getByLabel('Expression')).toHaveValue('cron(0 2 ? * SUN#1 *)');
  await sheet.getByRole('button', { name: 'Begin with what is set' }).click();
  await expect(sheet.getByLabel('Days between rotations')).toHaveValue('30');
  await sheet.getByLabel('On certain days').check({ force: true });
  await sheet.getByLabel('Expression').fill('cron(0 2 ? * SUN#1 *)');
  await sheet.getByLabel('Hours a window lasts').fill('5');

  await sandbox.forgetCalls();
  const before = await heldBy('AWSCURRENT');
  await sheet.getByLabel(/to confirm/).fill(NAME);
  await sheet.getByRole('button', { name: 'Save the schedule' }).click();
  await expect(page.getByText('AWS has taken the schedule')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Schedule' })).toContainText(
    'On the first Sunday of each month, window 02:00 for 5 h',
  );
  await sandbox.advance('PT1M');
  expect(await heldBy('AWSCURRENT')).toBe(before);
  expect(await sandbox.calls('RotateSecret')).toBe(1);
});

test('rotation is tested, then turned off; each says what it does first', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const before = await heldBy('AWSCURRENT');
  await page.getByRole('tab', { name: 'Rotation' }).click();
  await page.getByRole('button', { name: 'Test without rotating' }).click();
  const tested = page.getByRole('dialog', { name: 'Test without rotating' });
  await expect(tested).toContainText('Nothing is rotated');
  await tested.getByLabel(/to confirm/).fill(NAME);
  await tested.getByRole('button', { name: 'Run the test' }).click();
  await expect(page.getByText('AWS has begun the test')).toBeVisible();
  await sandbox.advance('PT20M');
  await page.getByRole('button', { name: 'Read further back' }).click();
  const attempts = page.getByRole('region', { name: 'Attempts' }).getByRole('listitem');
  await expect(attempts.filter({ hasText: 'Test without rotating' })).toContainText('Succeeded', {
    timeout: 20_000,
  });
  expect(await heldBy('AWSCURRENT')).toBe(before);

  await page.getByRole('button', { name: 'Turn rotation off' }).click();
  const off = page.getByRole('dialog', { name: 'Turn rotation off' });
  await expect(off).toContainText('aws secretsmanager cancel-rotate-secret');
  await off.getByLabel(/to confirm/).fill(NAME);
  await off.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Rotation is off' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Schedule' })).toContainText('Off');
  await expect(page.getByRole('button', { name: 'Turn rotation on' })).toBeVisible();
});

test('the names of the keys are read when asked, and say which strategy it is; no value is shown', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('tab', { name: 'Rotation' }).click();
  const schedule = page.getByRole('region', { name: 'Schedule' });
  await expect(schedule).toContainText('not known, because only the keys of its value tell');
  await sandbox.forgetCalls();
  await page.getByRole('button', { name: 'Rotate now' }).click();
  const sheet = page.getByRole('dialog', { name: 'Rotate now' });
  await expect(sheet).toContainText('The keys of its value were not read');
  expect(await sandbox.calls('GetSecretValue')).toBe(0);
  await sheet.getByRole('button', { name: 'Read the names of its keys' }).click();
  await expect(sheet).toContainText('It has the keys AWS’s functions for databases want');
  expect(await sandbox.calls('GetSecretValue')).toBe(1);
  const { password } = JSON.parse(await heldBy('AWSCURRENT'));
  await expect(page.locator('body')).not.toContainText(password);
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(schedule).toContainText('Single user');
});

test('the review of a roll back says that the older password is dead, as the database does, and offers the ways out', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const older = await heldBy('AWSPREVIOUS');
  expect(await sandbox.login(older)).toBe(false);

  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  // Which strategy it is nobody has looked up: no more is claimed.
  await expect(review).toContainText(/Whether the password of v 7f3a. works is not known/);
  await review.getByRole('button', { name: 'Compare values' }).click();
  await expect(review).toContainText(/The password of v 7f3a. is dead/);
  await expect(review).toContainText('Moving the label would make it worse');
  const ways = review.getByRole('region', { name: 'Ways out' });
  await expect(ways).toContainText('gave the same user another password');
  await expect(ways).toContainText('Reset the password by hand');
  await expect(ways).toContainText('The next scheduled rotation sets another password all the same');
  await expectAccessible(page);

  await ways.getByRole('button', { name: 'Rotate now' }).click();
  await expect(review).toBeHidden();
  const sheet = page.getByRole('dialog', { name: 'Rotate now' });
  await sheet.getByLabel(/to confirm/).fill(NAME);
  await sheet.getByRole('button', { name: 'Rotate now' }).click();
  await expect(page.getByText('AWS has begun to rotate')).toBeVisible();
  await sandbox.advance('PT1M');
  await expect(page.getByText(/which works: the rotation that made it signed in with it/)).toBeVisible({
    timeout: 20_000,
  });
  expect(await sandbox.login(await heldBy('AWSCURRENT'))).toBe(true);
  expect(await sandbox.login(await heldBy('AWSPREVIOUS'))).toBe(false);
});

test('from the review one gets to the window of the next rotation, and to a new value', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await review.getByRole('button', { name: 'Move its window' }).click();
  const schedule = page.getByRole('dialog', { name: 'Edit the schedule' });
  await expect(schedule).toBeVisible();
  await schedule.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  await review.getByRole('button', { name: 'Put new value' }).click();
  await expect(page.getByRole('dialog', { name: 'Put a new value' })).toBeVisible();
});

test('what would fail is said before AWS is asked, and what AWS refuses is explained', async ({ page }) => {
  const name = 'prod/forum/mariadb-app';
  await signIn(page, 'riley');
  await openSecret(page, name);
  await page.getByRole('tab', { name: 'Rotation' }).click();
  const card = page.getByRole('region', { name: 'Rotation function' });
  await expect(card).toContainText('Its policy does not allow Secrets Manager');
  await expect(card).toContainText('supported until 2028-10-31');
  await expect(card).toContainText('/aws/lambda/rotate-mariadb');
  await page.getByRole('button', { name: 'Rotate now' }).click();
  const sheet = page.getByRole('dialog', { name: 'Rotate now' });
  const checks = sheet.getByRole('region', { name: 'Pre-flight' });
  await expect(checks).toContainText('Problem: Secrets Manager may not invoke rotate-mariadb');
  await expect(checks).toContainText('Problem: AWSPENDING is on');
  await expect(checks).toContainText('Not known: The keys of its value were not read');
  await expectAccessible(page);
  await sheet.getByLabel(/to confirm/).fill(name);
  await sheet.getByRole('button', { name: 'Rotate now' }).click();
  await expect(sheet.getByRole('alert')).toContainText('An earlier rotation has not finished');
  await expect(sheet).toBeVisible();
});

test('an attempt that failed: the broken step, the lines of that very run, what they prove, and what to do', async ({
  page,
}) => {
  const before = await heldBy('AWSCURRENT');
  await sandbox.target(JSON.parse(before).host, 'closed');
  const client = await sandbox.as('riley');
  await client.send(new RotateSecretCommand({ SecretId: NAME, ClientRequestToken: crypto.randomUUID() }));
  client.destroy();
  await sandbox.advance('PT1M');
  await sandbox.advance('PT20M');

  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('tab', { name: 'Rotation' }).click();
  const attempt = page
    .getByRole('region', { name: 'Attempts' })
    .locator(':scope > ol > li')
    .filter({ hasText: 'Failed' })
    .first();
  await expect(attempt.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toContainText(
    ['createSecretdone', 'setSecretfailed', 'testSecretnot reached', 'finishSecretnot reached'],
    { timeout: 20_000 },
  );
  await expect(page.getByText(/works or is dead: a rotation at/)).toBeVisible();
  expect(await sandbox.calls('FilterLogEvents')).toBe(0);
  await attempt.getByRole('button', { name: 'Why did it fail?' }).click();
  await expect(attempt).toContainText(
    /The function cannot reach the database|The database does not accept the login/,
  );
  await expect(attempt).toContainText('Unable to log into database');
  await expect(attempt).toContainText('What to do');
  await expect(attempt).toContainText(/lines of exactly this run/);
  await attempt.getByRole('button', { name: 'Show the whole record' }).click();
  await expect(attempt).toContainText('REPORT RequestId');
  await expect(page.locator('body')).not.toContainText(JSON.parse(before).password);
  await expectAccessible(page);
});

test('an operator who may not read the log is told so, and what CloudTrail and the function tell', async ({
  page,
}) => {
  const { host } = JSON.parse(await heldBy('AWSCURRENT'));
  await sandbox.target(host, 'closed');
  const client = await sandbox.as('riley');
  await client.send(new RotateSecretCommand({ SecretId: NAME, ClientRequestToken: crypto.randomUUID() }));
  client.destroy();
  await sandbox.advance('PT1M');
  await sandbox.advance('PT20M');
  await sandbox.fault({ kind: 'deny', service: 'logs' });
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('tab', { name: 'Rotation' }).click();
  const attempts = page.getByRole('region', { name: 'Attempts' });
  await attempts.getByRole('button', { name: 'Why did it fail?' }).first().click({ timeout: 20_000 });
  await expect(attempts).toContainText('No log lines: your role may not read this log group');
  await expect(attempts).toContainText('logs:FilterLogEvents');
  await expect(attempts).toContainText('It failed, and nothing says why');
  await expectAccessible(page);
  // Once he may, another look tells.
  await sandbox.heal();
  await attempts.getByRole('button', { name: 'Look again' }).click();
  await expect(attempts).toContainText('Unable to log into database');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('what works now comes first, and nothing runs over the edge', async ({ page }) => {
    await signIn(page, 'riley');
    await openSecret(page, NAME);
    await page.getByRole('tab', { name: 'Rotation' }).click();
    await expect(page.getByRole('region', { name: 'Rotation function' })).toContainText('Active');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await expect(page.getByRole('button', { name: 'Turn rotation off' })).toBeInViewport();
    await expectAccessible(page);
  });
});
