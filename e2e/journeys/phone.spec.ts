import { expect, expectAccessible, openSecret, signIn, test, tickAll, versionWith } from './test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const NAME = 'prod/payments/db-writer';

test('on a phone the whole way works with a thumb, and nothing runs off the side', async ({ page }) => {
  // Neither the page nor anything that scrolls in it, but for code blocks, which scroll by themselves.
  const fits = async () => {
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('body, body *:not(pre):not(.truncate)')]
        .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.className),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  };
  await page.goto('/');
  await fits();
  await signIn(page, 'riley');
  await fits();
  await expectAccessible(page);
  await openSecret(page, NAME);
  await fits();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Roll back', exact: true }).tap();
  const review = page.getByRole('dialog', { name: 'Roll back' });
  await fits();
  await tickAll(review);
  await review.getByLabel(/to confirm/).fill(NAME);
  await expectAccessible(page);
  await review.getByRole('button', { name: /^Roll back to v 7f3a/ }).tap();
  await expect(page.getByRole('complementary', { name: 'Roll back' }).getByRole('status')).toContainText(
    'Confirmed',
    {
      timeout: 20_000,
    },
  );
  await fits();
  await expectAccessible(page);
  await expect(versionWith(page, 'AWSCURRENT')).toContainText('7f3a');
});
