import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import type { BrowserSession } from './browser-session.ts';

/** The table page in Chromium, with every secret read. */
export interface TablePage {
  readonly browser: Browser;
  readonly page: Page;
  readonly network: CDPSession;
  /** From the question to the last line of the inventory, in milliseconds. */
  readonly loaded: number;
}

/** Opens the table and waits until all of it is there; closed again after use. */
export async function openTable<Found>(
  session: BrowserSession,
  executablePath: string,
  use: (table: TablePage) => Promise<Found>,
): Promise<Found> {
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const cookies = [...session.cookies].map(([name, value]) => ({ name, value, url: session.origin }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const start = performance.now();
    await page.goto(`${session.origin}/secrets?${new URLSearchParams({ scope: session.scope })}`);
    // A grid whose end is not known yet has the count -1: https://www.w3.org/TR/wai-aria-1.2/#aria-rowcount
    await page
      .locator('[role="grid"][aria-rowcount]:not([aria-rowcount="-1"])')
      .waitFor({ timeout: 120_000 });
    const loaded = performance.now() - start;
    await page.waitForLoadState('networkidle', { timeout: 20_000 });
    return await use({ browser, page, network, loaded });
  } finally {
    await browser.close();
  }
}
