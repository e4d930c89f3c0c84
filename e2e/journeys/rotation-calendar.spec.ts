import { openRotation } from './rotation-page.ts';
import { expect, expectAccessible, signIn, test } from './test.ts';

test('the next 30 days are windows by region and day, in the address; what may come together is said', async ({
  page,
}) => {
  await signIn(page, 'riley');
  await openRotation(page);
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
  // A day on which many share a function, whichever that is.
  const together = page.getByRole('region', { name: 'At the same time' });
  for (let at = 0; at < 30 && !(await together.isVisible()); at += 1) await days.nth(at).press('ArrowRight');
  await expect(together.getByRole('listitem').first()).toContainText(/\d+ secrets\s*by\s*rotate-/);
  await expect(page.getByRole('table', { name: /^Windows of / })).toContainText(/\d\d:00 to \d\d:00/);
  await expectAccessible(page);
});
