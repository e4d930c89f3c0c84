import { chromium, type Page } from '@playwright/test';
import type { DirectAws } from './aws.ts';
import type { BrowserSession } from './browser-session.ts';
import { type Counter, spell } from './counter.ts';
import { exactly, type Result, told } from './report.ts';

/** What whole pages ask of AWS, as a browser shows them: beside their view a page may ask for nothing more. */
export async function countPages(
  session: BrowserSession,
  aws: DirectAws,
  counter: Counter,
  { region, executablePath }: { readonly region: string; readonly executablePath: string },
): Promise<Result[]> {
  const { scope, origin } = session;
  const { arn } = await aws.secret(region, 'bench/on-a-page');
  const counts = await Promise.all((await aws.regions()).map((name) => aws.count(name)));
  const pages = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / 100)), 0);
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext();
    await context.addCookies([...session.cookies].map(([name, value]) => ({ name, value, url: origin })));
    const page = await context.newPage();
    const open = (path: string, fields: Record<string, string> = {}) =>
      counter.during(async () => {
        await page.goto(`${origin}${path}?${new URLSearchParams({ scope, ...fields })}`);
        await page.waitForLoadState('networkidle', { timeout: 20_000 });
      });
    const least = (expected: Record<string, number>) => spell(new Map(Object.entries(expected)));
    return [
      exactly(
        'AWS calls: the table page',
        await open('/secrets'),
        least({ ListRegions: 1, ListSecrets: pages }),
      ),
      exactly(
        "AWS calls: a secret's page",
        await open('/secret', { arn }),
        // Its region's names have just been read: the lookup by its ARN is what is left. And its key: a version whose
        // key is disabled can't be rolled back to, which the versions' table says.
        least({ DescribeSecret: 1, ListSecretVersionIds: 1, LookupEvents: 1, DescribeKey: 1 }),
      ),
      told('AWS calls: a roll back on its page, read back', await counter.during(() => rollBack(page))),
    ];
  } finally {
    await browser.close();
  }
}

async function rollBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Roll back to v/ })
    .click();
  await page.getByRole('complementary', { name: 'Roll back' }).getByText('Confirmed in 1 region').waitFor();
  await page.waitForLoadState('networkidle', { timeout: 20_000 });
}
