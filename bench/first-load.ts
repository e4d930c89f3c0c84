import { chromium } from '@playwright/test';
import type { BrowserSession } from './browser-session.ts';
import { atMost, type Result, told } from './report.ts';

/** What Chromium downloads for the table page with an empty cache: scripts and styles as the server sends them. */
export async function measureFirstLoad(session: BrowserSession, executablePath: string): Promise<Result[]> {
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext();
    const cookies = [...session.cookies].map(([name, value]) => ({ name, value, url: session.origin }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const types = new Map<string, 'scripts' | 'styles'>();
    const bytes = { scripts: 0, styles: 0 };
    network.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.mimeType.includes('javascript')) types.set(requestId, 'scripts');
      if (response.mimeType.includes('css')) types.set(requestId, 'styles');
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId);
      if (type) bytes[type] += encodedDataLength;
    });
    await network.send('Network.enable');
    await page.goto(`${session.origin}/secrets?${new URLSearchParams({ scope: session.scope })}`);
    // Complete is: rows are there, and nothing more is being fetched.
    await page.getByRole('row').nth(1).waitFor({ timeout: 20_000 });
    await page.waitForLoadState('networkidle', { timeout: 20_000 });
    const { scripts, styles } = bytes;
    const detail = `${kB(scripts)} kB scripts, ${kB(styles)} kB styles, ${types.size} files`;
    return [
      told('first load of the table page', detail),
      atMost('first load of the table page, compressed', kB(scripts + styles), 220, 'kB'),
    ];
  } finally {
    await browser.close();
  }
}

const kB = (bytes: number) => Math.round(bytes / 100) / 10;
