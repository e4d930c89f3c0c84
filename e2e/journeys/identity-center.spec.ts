import type { Page } from '@playwright/test';
import { addFurther, expectBothAccounts } from './away.ts';
import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, test } from './test.ts';

const pane = (page: Page) => page.getByRole('tabpanel', { name: /IAM Identity Center/ });

async function getCode(page: Page): Promise<string> {
  await page.goto('/secrets');
  await page.getByRole('tab', { name: /IAM Identity Center/ }).click();
  await expect(pane(page)).toContainText('https://acme.awsapps.com/start');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Get a code' }).press('Enter');
  const code = page.getByRole('status', { name: 'Code' });
  await expect(code).toHaveText(/^[A-Z]{4}-[A-Z]{4}$/);
  return (await code.textContent()) ?? '';
}

/** On the page of IAM Identity Center, as a person would. */
async function answer(page: Page, code: string, name: string, button: 'Allow' | 'Deny'): Promise<void> {
  const opening = page.waitForEvent('popup');
  await pane(page).getByRole('link', { name: /Open/ }).click();
  const approval = await opening;
  await expect(approval.getByText(code)).toBeVisible();
  await approval.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  await approval.getByRole('button', { name: button }).click();
  await expect(approval.getByRole('heading', { level: 1 })).toHaveText(/allowed|denied/i);
  await approval.close();
}

test('a person approves the code, chooses an account and a role, and comes back to the page they asked for', async ({
  page,
}) => {
  test.slow();
  await sandbox.pollEvery(1);
  const denied = await getCode(page);
  await expectAccessible(page);
  await answer(page, denied, 'sam', 'Deny');
  await expect(pane(page).getByRole('alert')).toContainText('denied');

  await page.getByRole('button', { name: 'Get a code' }).click();
  const code = page.getByRole('status', { name: 'Code' });
  await expect(code).toBeVisible();
  // Whoever looks at another way meanwhile finds the code as it was.
  const waiting = await code.textContent();
  await page.getByRole('tab', { name: /Access keys/ }).click();
  await page.getByRole('tab', { name: /IAM Identity Center/ }).click();
  await expect(code).toHaveText(waiting ?? '');
  await answer(page, (await code.textContent()) ?? '', 'dana', 'Allow');

  const accounts = page.getByRole('list', { name: 'Accounts' });
  const account = accounts.getByRole('button', { name: /4412-0087-9921/ });
  await expect(account).toBeVisible();
  // An approval outlives a reload: it is the browser's.
  await page.reload();
  await account.press('Enter');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'RotationResponder' }).click();

  await expect(page).toHaveURL(/\/secrets\?scope=441200879921\.AWSReservedSSO_RotationResponder_/);
  await expect(page.getByRole('button', { name: /^Operator dana/ }).first()).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  expect(
    await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie])),
  ).not.toMatch(/center|eyJ/);
});

test('on the computer of the console a person goes there in this tab and comes back, also after a no; a further account needs no other approval', async ({
  page,
}) => {
  await page.goto('/rotation');
  await page.getByRole('tab', { name: /IAM Identity Center/ }).click();
  const leave = pane(page).getByRole('button', { name: 'Continue there' });
  await leave.click();
  await page.getByRole('radio', { name: /^riley/ }).check();
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(pane(page).getByRole('alert')).toContainText('denied');
  await expectAccessible(page);

  await leave.press('Enter');
  await page.getByRole('radio', { name: /^riley/ }).check();
  await page.getByRole('button', { name: 'Allow' }).click();
  await page
    .getByRole('list', { name: 'Accounts' })
    .getByRole('button', { name: /4412-0087-9921/ })
    .click();
  await page.getByRole('button', { name: 'AdministratorAccess' }).click();
  await expect(page).toHaveURL(/\/rotation\?scope=441200879921\.AWSReservedSSO_AdministratorAccess_/);

  await addFurther(page, 'riley', async (sheet) => {
    await sheet.getByRole('button', { name: /6027-3314-5908/ }).click();
    await sheet.getByRole('button', { name: 'AdministratorAccess' }).click();
  });
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Secrets/ })
    .click();
  await expectBothAccounts(page);
});
