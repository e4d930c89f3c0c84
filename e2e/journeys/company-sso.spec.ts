import { startCompanyProvider } from '../company-provider.ts';
import { addFurther, expectBothAccounts } from './away.ts';
import { here } from './here.ts';
import { expect, expectAccessible, test } from './test.ts';

test('a person goes to the company’s sign-in, comes back, and takes a role of their groups', async ({
  page,
}) => {
  test.slow();
  const company = await startCompanyProvider(here.consoleUrl, here.providerPort);
  try {
    await company.introduce(here.sandboxUrl);
    await page.goto('/rotation');
    const tab = page.getByRole('tab', { name: /Acme SSO/ });
    await tab.click();
    await expectAccessible(page);
    const leave = page.getByRole('button', { name: /^Continue to 127\.0\.0\.1/ });

    // Given up there: it says so here, and can be tried again.
    await leave.click();
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'did not come to an end' })).toBeVisible();

    await leave.click();
    await page.getByPlaceholder(/login/i).fill('robin');
    await page.getByPlaceholder(/password/i).fill('not-a-password');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();

    const roles = page.getByRole('list', { name: 'Roles' });
    await expect(roles.getByRole('listitem')).toHaveCount(2);
    await expect(page.getByRole('tabpanel')).toContainText('robin@acme.example');
    await expectAccessible(page);
    // The trust policy of this one is for somebody else: AWS decides.
    await page.getByRole('button', { name: /Continue as CompanyUntrusted/ }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'did not let you take this role' })).toBeVisible();
    await page.getByRole('button', { name: /Continue as CompanyOperator/ }).click();

    await expect(page).toHaveURL(/\/rotation\?scope=441200879921\.CompanyOperator/);
    await expect(page.getByRole('button', { name: /^Operator robin@acme\.example/ }).first()).toBeVisible();

    // While the page is open it keeps the sign-in: by one request, whatever else it does.
    await page.clock.install();
    await page.goto('/diagnose');
    await expect(page.getByRole('heading', { name: 'Diagnose a log', level: 1 })).toBeVisible();
    const kept = page.waitForResponse(/\/api\/views\/spent\?scope=441200879921\.CompanyOperator/);
    await page.clock.fastForward('02:01');
    expect((await kept).status()).toBe(200);
  } finally {
    await company.close();
  }
});

test('a person whose groups give roles in two accounts adds the second, and one table shows both', async ({
  page,
}) => {
  test.slow();
  const company = await startCompanyProvider(here.consoleUrl, here.providerPort);
  try {
    await company.introduce(here.sandboxUrl);
    await page.goto('/secrets');
    await page.getByRole('tab', { name: /Acme SSO/ }).click();
    await page.getByRole('button', { name: /^Continue to 127\.0\.0\.1/ }).click();
    await page.getByPlaceholder(/login/i).fill('lee');
    await page.getByPlaceholder(/password/i).fill('not-a-password');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: /Continue as CompanyOperator/ }).click();
    await addFurther(page, 'lee@acme.example', (sheet) =>
      sheet.getByRole('button', { name: 'Continue as CompanyShared in 602733145908' }).click(),
    );
    await expectBothAccounts(page);
  } finally {
    await company.close();
  }
});
