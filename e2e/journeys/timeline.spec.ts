import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test, tickAll, versionWith } from './test.ts';

const NAME = 'prod/payments/db-writer';

test('an operator walks back through the night by keys, reads each moment in a sentence, and links to it', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const timeline = page.getByRole('region', { name: 'Label timeline' });
  const slider = timeline.getByRole('slider', { name: 'Moment on the label timeline' });
  await expect(timeline.getByRole('status')).toContainText('complete back to');
  await expect(slider).toHaveAttribute('aria-valuetext', /AWSCURRENT was v 0b6c…, moved by rotate-postgres/);
  await expect(timeline.getByRole('button', { name: 'Compare with now' })).toHaveAccessibleDescription(
    'Choose a moment on the timeline first',
  );
  await expectAccessible(page);
  // The newest pages reach back some hours; last night lies further.
  await timeline.getByRole('button', { name: 'Read further back' }).click();
  await expect(versionWith(page, 'AWSPREVIOUS')).toContainText('dana', { timeout: 20_000 });

  await slider.focus();
  // From event to event, back through this morning's rotation, to when the version before it was in force.
  const isDanas = async () => /put by dana/.test((await slider.getAttribute('aria-valuetext')) ?? '');
  for (let steps = 0; steps < 20 && !(await isDanas()); steps++) await page.keyboard.press('ArrowLeft');
  await expect(timeline).toContainText(/AWSCURRENT was v 7f3a…, put by dana/);
  const minute = Number(await slider.getAttribute('aria-valuenow'));
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuenow', String(minute - 1));

  await expect(page).toHaveURL(/[?&]at=\d{4}-/);
  // What was in force then, against what is now; the signs are explained.
  await expect(timeline.getByRole('list', { name: 'Legend' })).toContainText('Put value');
  await timeline.getByRole('button', { name: 'Compare with now' }).click();
  const compare = page.getByRole('dialog', { name: 'Compare' });
  await expect(compare.getByRole('group', { name: 'Left' }).getByLabel('Version')).toContainText('0b6c…');
  const then = compare.getByRole('group', { name: 'Right' }).getByLabel('Version');
  await expect(then.locator('option:checked')).toContainText('7f3a…');
  await page.keyboard.press('Escape');
  await expect(compare).toBeHidden();

  const sentence = await slider.getAttribute('aria-valuetext');
  await page.reload();
  await expect(slider).toHaveAttribute('aria-valuetext', sentence ?? '');
  await expect(timeline.getByRole('button', { name: 'Copy link' })).toBeVisible();

  await slider.focus();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/[?&]at=/);
});

test('the table says who made each version, with what, and how long it was current', async ({ page }) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('rotate-postgres');
  const previous = versionWith(page, 'AWSPREVIOUS');
  await page.getByRole('button', { name: 'Read further back' }).click();
  await expect(previous).toContainText('dana', { timeout: 20_000 });
  await expect(previous).toContainText('4 h 38 min');
});

test('of many versions the newest are shown and whatever has a label; the others come when asked for', async ({
  page,
}) => {
  const aws = await sandbox.as('riley');
  for (let round = 1; round <= 40; round++) {
    const stages = round === 1 ? ['AWSCURRENT', 'before-the-change'] : ['AWSCURRENT'];
    await aws.send(
      new PutSecretValueCommand({
        SecretId: NAME,
        SecretString: `{"round":${round}}`,
        VersionStages: stages,
      }),
    );
  }
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  const versions = page.getByRole('region', { name: 'Versions' });
  const rows = versions.getByRole('row');
  const more = page.getByRole('button', { name: /^Show \d+ older versions without a label$/ });
  await expect(more).toBeVisible();
  await expect(versionWith(page, 'before-the-change')).toBeVisible();
  const hidden = Number(/\d+/.exec(await more.innerText())?.[0]);
  const before = await rows.count();
  await more.press('Enter');
  await expect(rows).toHaveCount(before + hidden);
  await expect(more).toBeHidden();
  await expect(versions, 'the focus is not lost with the button').toBeFocused();
});

test('an operator who may not look up events sees what the metadata proves, and which right is missing', async ({
  page,
}) => {
  await sandbox.fault({ kind: 'deny', service: 'cloudtrail' });
  await signIn(page, 'sam');
  await openSecret(page, NAME);
  const timeline = page.getByRole('region', { name: 'Label timeline' });
  await expect(timeline).toContainText('cloudtrail:LookupEvents');
  await expect(timeline.getByRole('button', { name: 'Copy policy statement' })).toBeVisible();
  await expect(timeline.getByRole('slider')).toHaveAttribute('aria-valuetext', /AWSCURRENT was v 0b6c…$/);
  await expectAccessible(page);

  await sandbox.heal();
  await timeline.getByRole('button', { name: 'Read CloudTrail again' }).click();
  await expect(timeline.getByRole('slider')).toHaveAttribute('aria-valuetext', /moved by rotate-postgres/);
});

test('a roll back and its undo are on the timeline at once, marked as not delivered, also without their receipts', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openSecret(page, NAME);
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await tickAll(review);
  await review.getByLabel(/to confirm/).fill(NAME);
  await review.getByRole('button', { name: /^Roll back to v/ }).click();
  const timeline = page.getByRole('region', { name: 'Label timeline' });
  await expect(timeline.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    /AWSCURRENT was v 7f3a…, moved by .*riley/,
  );
  await timeline.getByRole('button', { name: '1 h', exact: true }).click();
  const undelivered = timeline.locator('[data-tip*="CloudTrail has not delivered"]');
  await expect(undelivered).toHaveAttribute('data-tip', /CloudTrail has not delivered (this|1 of them) yet/);

  const receipt = page.getByRole('complementary', { name: 'Roll back' });
  await receipt.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo roll back' });
  await expect(undo).toBeVisible();
  await tickAll(undo);
  await undo.getByLabel(/to confirm/).fill(NAME);
  await undo.getByRole('button', { name: /^Undo roll back to v/ }).click();
  const second = page.getByRole('complementary', { name: 'Undo' });
  await second.getByRole('button', { name: 'Put this receipt away' }).click();
  await page.reload();
  await timeline.getByRole('button', { name: '1 h', exact: true }).click();
  await expect(undelivered).toHaveAttribute('data-tip', /CloudTrail has not delivered 2 of them yet/);
});
