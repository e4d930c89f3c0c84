import { test } from './own-console.ts';
import { expect, openSecret, signIn, versionWith } from './test.ts';

test('a console whose audit lines nobody reads any more ends, instead of going on unseen', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signIn(page, 'riley');
  await openSecret(page, 'prod/payments/db-writer');
  await versionWith(page, 'AWSPREVIOUS')
    .getByRole('button', { name: /^Compare version/ })
    .click();
  server.stopReading();
  // It reads two values, which is a line of its own each.
  await page
    .getByRole('dialog', { name: 'Compare' })
    .getByRole('button', { name: 'Compare', exact: true })
    .click();
  expect(await server.ended).toBe(1);
  await context.close();
});
