import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Browser, openBrowser } from './browser';
import { type Desk, openDesk } from './console';

/** What a file of tests at the sign-in routes works with. */
interface AtDesk {
  readonly desk: Desk;
  /** Has never been here when a test begins; a test may take another. */
  browser: Browser;
}

/** IAM Identity Center as the console's environment names it. */
export const CENTER_SETTINGS = {
  KEYTURN_SSO_START_URL: 'https://acme.awsapps.com/start',
  KEYTURN_SSO_REGION: 'us-east-1',
};

/** One desk for all tests of a file, healed after each, and a new browser for each; `settings` are in the environment. */
export function atDesk(
  options: Parameters<typeof openDesk>[0] = {},
  settings: Readonly<Record<string, string>> = {},
): AtDesk {
  let desk: Desk | undefined;
  const at = {
    get desk() {
      if (!desk) throw new Error('the desk opens before the first test');
      return desk;
    },
    browser: openBrowser(),
  };
  beforeAll(async () => {
    desk = await openDesk(options);
    Object.assign(process.env, settings);
  });
  afterAll(async () => {
    for (const name of Object.keys(settings)) delete process.env[name];
    await at.desk.close();
  });
  beforeEach(async () => {
    at.browser = openBrowser();
    await at.desk.forgetCalls();
  });
  afterEach(() => at.desk.heal());
  return at;
}
