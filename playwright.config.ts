import { defineConfig, devices } from '@playwright/test';
import { companySettings } from './e2e/company-provider.ts';
import { LAUNCH_TOKEN, PAIRS, type Pair, pairOf, SANDBOX_CENTER } from './scripts/addresses.ts';
import { SERVER } from './scripts/build.ts';
import { chromiumPath } from './scripts/chromium.ts';
import { consoleEnv, freshSecret, QUIET } from './scripts/console.ts';

const executablePath = chromiumPath();
// The Node that runs the tests runs the servers too.
const node = (...words: (string | number)[]) => [JSON.stringify(process.execPath), ...words].join(' ');
const whole = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
const server = {
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  timeout: 60_000,
} as const;

const sandbox = ({ sandboxPort, sandboxUrl }: Pair) => ({
  ...server,
  name: 'sandbox',
  command: node('sandbox/main.ts', '--port', sandboxPort, '--world', 'demo', '--seed', 7),
  url: `${sandboxUrl}/_sandbox/health`,
});

const console = ({ consolePort, consoleUrl, sandboxUrl, providerPort, home }: Pair) => ({
  ...server,
  name: 'console',
  command: node(QUIET, SERVER),
  url: `http://127.0.0.1:${consolePort}/icon.svg`,
  env: {
    ...whole(
      consoleEnv({
        host: '127.0.0.1',
        port: consolePort,
        url: consoleUrl,
        secret: freshSecret(),
        endpoint: sandboxUrl,
        launch: LAUNCH_TOKEN,
        center: SANDBOX_CENTER,
      }),
    ),
    NODE_ENV: 'production',
    ...companySettings(providerPort),
    // Not that of whoever runs the tests: their profiles are none of ours.
    HOME: home,
    AWS_CONFIG_FILE: '',
    AWS_SHARED_CREDENTIALS_FILE: '',
  },
});

export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  // A journey changes its world: one at a time in each, and as many worlds as workers.
  workers: PAIRS,
  fullyParallel: true,
  retries: 0,
  // No trace unless it is asked for (`npx playwright test --trace on`): its pictures cost more than the journeys.
  // Long journeys on a busy machine; a quiet one needs a tenth.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], launchOptions: executablePath ? { executablePath } : {} },
    },
  ],
  webServer: Array.from({ length: PAIRS }, (_, worker) => pairOf(worker)).flatMap((pair) => [
    sandbox(pair),
    console(pair),
  ]),
});
