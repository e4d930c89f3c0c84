import { group, openRotation } from './rotation-page.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, signIn, test } from './test.ts';

test('AWSPENDING is taken off where it was left, with a typed name, and the secret is stuck no more', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openRotation(page);
  await page.getByRole('tab', { name: /^Stuck/ }).click();
  const stuck = page.getByRole('list', { name: 'Groups' }).getByRole('button').first();
  await stuck.click();
  const detail = page.getByRole('article');
  const row = detail.getByRole('table', { name: 'Affected secrets' }).getByRole('row').nth(1);
  const name = await row.getByRole('link').first().innerText();
  await detail.getByRole('button', { name: 'Remove AWSPENDING' }).click();
  const sheet = page.getByRole('dialog', { name: 'Remove AWSPENDING' });
  await expect(sheet).toContainText('setSecret');
  await expect(sheet).toContainText('--remove-from-version-id');
  await expectAccessible(page);
  await sandbox.forgetCalls();
  await sheet.getByLabel(/to confirm/).fill(name);
  await sheet.getByRole('button', { name: 'Remove it from this one' }).click();
  await expect(sheet.getByRole('list', { name: 'Secrets' }).getByRole('listitem').first()).toContainText(
    'done',
  );
  expect(await sandbox.calls('UpdateSecretVersionStage')).toBe(1);
  await sheet
    .getByRole('button', { name: /^(Close|Cancel)$/ })
    .last()
    .click();
  await expect(page.getByRole('article').getByRole('link', { name, exact: true })).toBeHidden();
});

test('one secret of a cause is retried first, then the others, each with its end', async ({ page }) => {
  await signIn(page, 'riley');
  await openRotation(page);
  // In one group, or in two when the newest pages of CloudTrail reach back to one of them only.
  const groups = group(page, /rotate-mariadb/);
  const before = await groups.count();
  await groups.first().click();
  await page.getByRole('article').getByRole('button', { name: 'Retry one first' }).click();
  const sheet = page.getByRole('dialog', { name: 'Retry one first' });
  const secrets = sheet.getByRole('list', { name: 'Secrets' }).getByRole('listitem');
  await sandbox.forgetCalls();
  await expect(secrets.first()).toBeVisible();
  const count = await secrets.count();
  for (let at = 0; at < count; at++) {
    const label = await sheet.locator('label').filter({ hasText: 'to confirm' }).innerText();
    const name = /^Type (\S+) to confirm$/.exec(label)?.[1] ?? '';
    expect(name).toMatch(/^prod\/forum\/mariadb-/);
    await sheet.getByLabel(/to confirm/).fill(name);
    // Not before: while a window is open AWS would try by itself, and refuse a second rotation meanwhile.
    if (at === 0)
      await sandbox.change('AddPermission', {
        FunctionName: 'rotate-mariadb',
        StatementId: 'SecretsManagerAccess',
      });
    await sheet.getByRole('button', { name: 'Retry this one' }).click();
    await expect(secrets.nth(at)).toContainText('rotating');
    await sandbox.advance('PT1M');
    await expect(secrets.nth(at)).toContainText('done', { timeout: 20_000 });
  }
  expect(await sandbox.calls('RotateSecret')).toBe(count);
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  await expect(groups).toHaveCount(before - 1, { timeout: 20_000 });
});

test('a function is tested without rotating, then its schedules are turned off: one first, then the rest', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openRotation(page);
  await page.getByRole('tab', { name: /^Healthy/ }).click();
  await group(page, /rotate-postgres/)
    .first()
    .click();
  const detail = page.getByRole('article');
  const rows = detail.getByRole('table', { name: 'Affected secrets' }).getByRole('row');
  await detail.getByRole('button', { name: 'Test without rotating' }).click();
  const sheet = page.getByRole('dialog');
  const secrets = sheet.getByRole('list', { name: 'Secrets' }).getByRole('listitem');
  await expect(sheet).toContainText('--no-rotate-immediately');
  await expectAccessible(page);
  await sandbox.forgetCalls();
  const confirm = sheet.getByLabel(/to confirm/);
  const asked = async () =>
    ((await confirm.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText)) ?? '').replace(
      /^Type (.*) to confirm$/,
      '$1',
    );
  await confirm.fill(await asked());
  await sheet.getByRole('button', { name: 'Test this one' }).dblclick();
  await expect(secrets.first()).toContainText('testing');
  await sandbox.advance('PT1M');
  await expect(secrets.first()).toContainText('no failure in its log', { timeout: 20_000 });
  expect(await asked()).toMatch(/^test \d+ secrets$/);
  expect(await sandbox.calls('RotateSecret')).toBe(1);
  await sheet.getByRole('button', { name: 'Cancel' }).click();

  await detail.getByRole('button', { name: 'Turn rotation off' }).click();
  const name = await asked();
  await confirm.fill(name);
  await sheet.getByRole('button', { name: 'Turn off this one' }).click();
  await expect(secrets.first()).toContainText('done');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(rows.filter({ hasText: name })).toHaveCount(0);
  expect(await sandbox.calls('CancelRotateSecret')).toBe(1);

  // Several are confirmed by words; the first refusal ends it, and what is left is kept on this browser.
  await detail.getByRole('button', { name: 'Turn rotation off' }).click();
  await confirm.fill(await asked());
  await sheet.getByRole('button', { name: 'Turn off this one' }).click();
  await expect(secrets.first()).toContainText('done');
  await sandbox.fault({ kind: 'deny', operation: 'CancelRotateSecret' });
  await confirm.fill(await asked());
  await sheet.getByRole('button', { name: /^Turn off the other \d+$/ }).click();
  await expect(sheet.getByRole('alert')).toContainText('secretsmanager:CancelRotateSecret');
  await expect(secrets.nth(1)).toContainText('refused');
  await expect(secrets.nth(2)).toContainText('waits');
  await sheet.getByRole('button', { name: 'Close' }).last().click();
  // It is not asked again of that one, and still offered for the others.
  await detail.getByRole('button', { name: 'Turn rotation off' }).click();
  await expect(sheet.getByRole('list', { name: 'Left out' })).toContainText(
    '1 secret left out: AWS has refused it',
  );
  await page.keyboard.press('Escape');
  await page.reload();
  await sandbox.heal();
  await expect(page.getByText(/^Turn rotation off: (\d+) secrets of \1 not done$/)).toBeVisible();
  await page.getByRole('button', { name: 'Review and go on' }).click({ timeout: 20_000 });
  await expect(page.getByRole('dialog', { name: 'Turn rotation off' })).toContainText(/0 of \d+ begun/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Put away' }).click();
  await expect(page.getByText(/not done$/)).toBeHidden();
});
