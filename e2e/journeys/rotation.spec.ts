import {
  DescribeSecretCommand,
  RotateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { group, openRotation } from './rotation-page.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, signIn, test } from './test.ts';

// How many of them the newest pages of CloudTrail show depends on the time of day: AWS repeats while a window is open.
const HOWEVER_MANY = /(\d) of \1 stop here/;

test('what fails is in groups, the largest first; the detail says where they stop, and Back works', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openRotation(page);
  // Runs of rotate-aurora that ended at once and name no secret cannot be told apart: its group may have fewer of them.
  const first = page.getByRole('list', { name: 'Groups' }).getByRole('button').first();
  await expect(first).toContainText('rotate-aurora');
  const detail = page.getByRole('article');
  const steps = detail.getByRole('region', { name: 'Steps' });
  await expect(steps).toContainText('finishSecret');
  const rows = detail.getByRole('table', { name: 'Affected secrets' }).getByRole('row');
  await expect(rows.nth(2)).toContainText('aurora-');
  // The endpoint went in each region, and each is told: two changes mended by one would leave the other region failing.
  const changes = detail.getByRole('list', { name: 'Changes before the first failure' });
  const where = await detail
    .getByText('Regions', { exact: true })
    .locator('xpath=following-sibling::dd')
    .innerText();
  for (const region of where.split(', ')) {
    await expect(changes).toContainText(new RegExp(`DeleteVpcEndpoints of vpce-\\w+ at .* in ${region}`), {
      timeout: 20_000,
    });
  }
  await expectAccessible(page);

  await group(page, /rotate-search/).click();
  await expect(steps).toContainText(HOWEVER_MANY);
  await expect(rows.nth(1)).toContainText('prod/search/');
  await page.goBack();
  await expect(rows.nth(1)).toContainText('aurora-');
  // From one to the next by keyboard.
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // Which one is the second, and whether its steps were read, depends on the hour.
  const second = page.getByRole('list', { name: 'Groups' }).getByRole('button').nth(1);
  await expect(second).toHaveAttribute('aria-current', 'true');
  await expect(first).not.toHaveAttribute('aria-current');

  // Put aside on this browser, and still counted.
  await first.click();
  const counted = await page.getByRole('tab', { name: /^Open/ }).innerText();
  await detail.getByRole('button', { name: 'Snooze' }).click();
  await page.getByRole('menuitem', { name: '4 hours', exact: true }).click();
  const snoozed = page.getByRole('list', { name: 'Snoozed groups' }).getByRole('button');
  await expect(snoozed).toContainText(['rotate-aurora']);
  await expect(first).not.toContainText('rotate-aurora');
  await expect(page.getByRole('tab', { name: /^Open/ })).toHaveText(counted);
  await snoozed.click();
  await detail.getByRole('button', { name: 'Wake' }).click();
  await expect(snoozed).toHaveCount(0);

  await page.getByRole('tab', { name: /^Stuck/ }).click();
  await expect(group(page, /Stuck AWSPENDING/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('tab', { name: /^Stuck/ })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  // From a secret of the group to the review that says whether its older password still works.
  await detail
    .getByRole('link', { name: /^Review a roll back of / })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: 'Roll back' })).toContainText(/password of v \w{4}/);
});

test('no secret is looked up by itself, and the reading says how far back it reaches and goes on', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText(/Secrets\W*\d,\d+/, {
    timeout: 20_000,
  });
  await sandbox.forgetCalls();
  await openRotation(page);
  expect(await sandbox.calls('LookupEvents')).toBeLessThanOrEqual(16);
  expect(await sandbox.calls('ListSecrets')).toBe(0);
  const reach = page.getByRole('region', { name: 'How far CloudTrail reaches' });
  const before = await reach.getByRole('listitem').filter({ hasText: 'us-east-1' }).innerText();
  await reach.getByRole('button', { name: 'Read further back' }).click();
  await expect(reach.getByRole('listitem').filter({ hasText: 'us-east-1' })).not.toHaveText(before, {
    timeout: 20_000,
  });
});

test('where CloudTrail is refused or throttled the page says so, and shows the rest', async ({ page }) => {
  await signIn(page, 'noor');
  await sandbox.fault({ kind: 'throttle', service: 'cloudtrail', region: 'us-west-2' });
  await page.getByRole('link', { name: /^Rotation/ }).click();
  const reach = page.getByRole('region', { name: 'How far CloudTrail reaches' });
  await expect(reach.getByRole('listitem').filter({ hasText: 'us-west-2' })).toContainText('throttled', {
    timeout: 30_000,
  });
  await expect(page.getByText(/^CloudTrail not read: .*us-west-2/)).toBeVisible();
  // Of a region that did not tell no total is known.
  await expect(page.getByRole('tab', { name: /^Open/ })).toHaveText(/^Open (?:\d+\+|–)$/);
  await page.getByRole('tab', { name: /^Unreadable/ }).click();
  await expect(group(page, /CloudTrail of us-west-2 could not be read/)).toBeVisible();
  await expectAccessible(page);
  await sandbox.heal();
  await reach.getByRole('button', { name: 'Try again' }).click();
  await expect(group(page, /CloudTrail of us-west-2/)).toBeHidden({ timeout: 20_000 });
});

test('a cause is read with its proof and its fix; once that is applied the secrets turn healthy', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openRotation(page);
  const failing = group(page, /Secrets Manager may not invoke the function/);
  await failing.click({ timeout: 20_000 });
  const detail = page.getByRole('article');
  await expect(detail.getByRole('heading', { level: 2 }).first()).toHaveText(
    'Secrets Manager may not invoke the function',
  );
  const proof = detail.getByRole('region', { name: 'Evidence' });
  await expect(proof).toContainText('aws lambda add-permission');
  await expect(proof).toContainText(/(\d) of \1 tell the same/);
  const affected = detail.getByRole('table', { name: 'Affected secrets' });
  const name = await affected.getByRole('row').nth(1).getByRole('link').first().innerText();
  await expectAccessible(page);

  // What the next on call has to know of it is written down; of a log no line.
  await detail.getByRole('button', { name: 'Hand-over note' }).click();
  const note = page.getByRole('dialog', { name: 'Hand-over note' });
  await expect(note).toContainText(/## 1\. Secrets Manager may not invoke the function: \d+ secrets?/);
  await expect(note).toContainText(/Changed before it \(\w+, not proven\): .* RemovePermission of /);
  const download = page.waitForEvent('download');
  await note.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/^keyturn-hand-over-[\w.]+-\w+\.md$/);
  await expectAccessible(page);
  await note.getByText('All that is open').click();
  await expect(note).toContainText(/\d+ secrets in \d{1,2} groups/);
  // Back closes it, and the group is open as before.
  await page.goBack();
  await expect(note).toBeHidden();
  await expect(failing).toHaveAttribute('aria-current', 'true');

  await sandbox.change('AddPermission', {
    FunctionName: 'rotate-mariadb',
    StatementId: 'SecretsManagerAccess',
  });
  // Whether AWS would still try again by itself depends on the time of day.
  const aws = await sandbox.as('riley');
  for (const SecretId of ['prod/forum/mariadb-app', 'prod/forum/mariadb-search']) {
    const { VersionIdsToStages: stages = {} } = await aws.send(new DescribeSecretCommand({ SecretId }));
    const left = Object.keys(stages).find((id) => stages[id]?.join() === 'AWSPENDING');
    if (left) {
      const off = { SecretId, VersionStage: 'AWSPENDING', RemoveFromVersionId: left };
      await aws.send(new UpdateSecretVersionStageCommand(off));
    }
    await aws.send(new RotateSecretCommand({ SecretId }));
  }
  await sandbox.advance('PT20M');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(failing).toBeHidden({ timeout: 20_000 });
  await page.getByRole('tab', { name: /^Healthy/ }).click();
  await group(page, /rotate-mariadb/)
    .first()
    .click();
  await expect(affected).toContainText(name);
});

test('where a log group may not be read, the evidence says so and goes by what else is known', async ({
  page,
}) => {
  await signIn(page, 'dana');
  await openRotation(page);
  await group(page, /rotate-pci/).click();
  const proof = page.getByRole('article').getByRole('region', { name: 'Evidence' });
  await expect(proof).toContainText('your role may not read this log group', { timeout: 20_000 });
  await expectAccessible(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the list leads to one group and back, and nothing runs off the side', async ({ page }) => {
    await signIn(page, 'riley');
    await openRotation(page);
    await expectAccessible(page);
    await group(page, /rotate-search/).tap();
    await expect(page.getByText(/^\d+ of \d+$/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Steps' })).toContainText(HOWEVER_MANY);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'More', exact: true }).tap();
    await expect(page.getByRole('menuitem', { name: 'Snooze for 4 hours' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'All groups' }).tap();
    await expect(group(page, /rotate-search/)).toBeVisible();

    await page.getByRole('tab', { name: 'Calendar' }).tap();
    const days = page.getByRole('list', { name: 'Days' }).getByRole('button');
    await expect(days).toHaveCount(30);
    await expectAccessible(page);
    await days.filter({ hasText: 'window' }).first().tap();
    await expect(
      page
        .getByRole('table', { name: /^Windows of / })
        .getByRole('row')
        .nth(1),
    ).toContainText(':00 to ');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'All days' }).tap();
    await expect(days.first()).toBeVisible();
  });
});
