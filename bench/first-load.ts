import { type Browser, chromium, type Page } from '@playwright/test';
import type { BrowserSession } from './browser-session.ts';
import { atMost, type Result, told } from './report.ts';

interface Load {
  readonly scripts: number;
  readonly styles: number;
  readonly files: number;
}

/** What Chromium downloads for a page with an empty cache: scripts and styles as the server sends them. */
export async function measureFirstLoad(
  session: BrowserSession,
  arn: string,
  executablePath: string,
): Promise<Result[]> {
  const browser = await chromium.launch({ executablePath });
  try {
    const table = await load(browser, session, '/secrets', {}, (page) => page.getByRole('row').nth(1));
    const secret = await load(browser, session, '/secret', { arn }, (page) => page.getByRole('slider'));
    const more = kB(sum(secret)) - kB(sum(table));
    return [
      told('first load of the table page', words(table)),
      atMost('first load of the table page, compressed', kB(sum(table)), 220, 'kB'),
      told("first load of a secret's page", words(secret)),
      atMost("a secret's page more than the table's, compressed", more, 45, 'kB'),
    ];
  } finally {
    await browser.close();
  }
}

async function load(
  browser: Browser,
  session: BrowserSession,
  path: string,
  fields: Record<string, string>,
  ready: (page: Page) => ReturnType<Page['getByRole']>,
): Promise<Load> {
  // A context of its own has a cache of its own.
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
  await page.goto(`${session.origin}${path}?${new URLSearchParams({ scope: session.scope, ...fields })}`);
  // Complete is: what the page is for is there, and nothing more is being fetched.
  await ready(page).waitFor({ timeout: 20_000 });
  await page.waitForLoadState('networkidle', { timeout: 20_000 });
  await context.close();
  return { ...bytes, files: types.size };
}

const sum = ({ scripts, styles }: Load) => scripts + styles;
const words = ({ scripts, styles, files }: Load) =>
  `${kB(scripts)} kB scripts, ${kB(styles)} kB styles, ${files} files`;
const kB = (bytes: number) => Math.round(bytes / 100) / 10;
