import { existsSync } from 'node:fs';

/** Where Debian and its relatives put it; first the same Chromium without a window, which starts sooner and draws less. */
const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** How to get a browser, in one line. */
export const CHROMIUM_HINT =
  'No Chromium: install it (Debian: apt-get install chromium-headless-shell) or name one in CHROMIUM_PATH.';

/** The Chromium to test with: CHROMIUM_PATH, else the system's; undefined when there is none. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return named ? (existsSync(named) ? named : undefined) : SYSTEM.find((path) => existsSync(path));
}
