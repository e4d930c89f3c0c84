import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LAUNCH_TOKEN } from '../../scripts/addresses.ts';
import { startNode } from '../../scripts/child.ts';
import { anyFreePort } from '../../scripts/port.ts';
import { here } from './here.ts';
import { expect, expectAccessible, test } from './test.ts';

const AWAY = 'arn:aws:iam::602733145908:role/OrganizationAccountAccessRole';
const config = `
[default]
region = us-east-1
[profile acme-prod]
region = us-east-1
[profile acme-away]
role_arn = ${AWAY}
role_session_name = riley@work
source_profile = acme-prod
region = eu-west-1
[profile acme-sso]
sso_session = acme
sso_account_id = 441200879921
sso_role_name = SecretsOperator
region = eu-central-1
[sso-session acme]
sso_region = eu-west-1
sso_start_url = https://acme.example/start
[profile old-billing]
role_arn = ${AWAY}
source_profile = gone
[profile vault]
credential_process = exit 3
this line means nothing
`;

test.beforeEach(async () => {
  await mkdir(join(here.home, '.aws/sso/cache'), { recursive: true });
  await writeFile(join(here.home, '.aws/config'), config);
  const operators: { name: string; accessKeyId: string; secretAccessKey: string }[] = await (
    await fetch(`${here.sandboxUrl}/_sandbox/operators`)
  ).json();
  const { accessKeyId, secretAccessKey } = operators.find(({ name }) => name === 'riley')!;
  const keys = `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
  await writeFile(join(here.home, '.aws/credentials'), `[acme-prod]\n${keys}`);
  const cache = createHash('sha1').update('acme').digest('hex');
  const expiresAt = new Date(Date.now() - 2 * 3_600_000).toISOString();
  await writeFile(
    join(here.home, `.aws/sso/cache/${cache}.json`),
    JSON.stringify({ accessToken: 'a-token', expiresAt }),
  );
});
test.afterAll(() => rm(here.home, { recursive: true, force: true }));

test('without the printed address the profiles stay closed, and the page says how to get to them', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('tab', { name: /Local AWS profile/ }).click();
  await expect(page.getByText('Profiles are for whoever started this console.')).toBeVisible();
  await expect(page.getByRole('tabpanel').getByRole('radio')).toHaveCount(0);
  await expectAccessible(page);
});

test('the printed address opens the profiles: one that is broken says why, and one that works leads in', async ({
  page,
}) => {
  await page.goto(`/?launch=${LAUNCH_TOKEN}`);
  await expect(page.getByRole('heading', { name: 'Local AWS profile' })).toBeVisible();
  expect(page.url()).not.toContain('launch');
  expect(await page.evaluate(() => document.cookie)).not.toContain('launch');
  await expect(page.getByRole('tabpanel').getByRole('radio')).toHaveCount(6);
  await expect(page.getByText(/^Line \d+ of ~\/\.aws\/config is no section/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('radio', { name: /^old-billing\b.*source_profile missing/ }).check();
  await expect(page.getByText('source_profile names “gone”, which neither file has.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue with old-billing' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await page.getByRole('radio', { name: /^acme-sso\b.*Expired 2 h ago/ }).check();
  await expect(page.getByText('aws sso login --profile acme-sso')).toBeVisible();
  await page.getByRole('button', { name: 'Continue with acme-sso' }).click();
  const alert = page.getByRole('tabpanel').getByRole('alert');
  await expect(alert).toContainText('The IAM Identity Center sign-in of this profile has ended');

  await page.getByRole('radio', { name: /^vault\b/ }).check();
  await page.getByRole('button', { name: 'Continue with vault' }).click();
  await expect(alert).toContainText('credential_process ended with an error');
  await expectAccessible(page);

  await page.getByRole('radio', { name: /^acme-away\b.*Assume role.*6027-3314-5908/ }).check();
  await page.getByRole('button', { name: 'Continue with acme-away' }).click();
  await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Operator riley@work/ })).toBeVisible();
  await expect(page.getByText('6027-3314-5908').first()).toBeVisible();
});

test('a file that was mended is read again, without losing the page', async ({ page }) => {
  await page.goto(`/?launch=${LAUNCH_TOKEN}`);
  await page.getByRole('radio', { name: /^old-billing\b/ }).check();
  await writeFile(join(here.home, '.aws/config'), config.replace('gone', 'acme-prod'));
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByRole('radio', { name: /^old-billing\b.*Not tried yet/ })).toBeChecked();
  await page.getByRole('button', { name: 'Continue with old-billing' }).click();
  await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
});

test('npm start prints the address once, opens nothing by itself, and knows no token of an earlier start', async ({
  page,
}) => {
  const port = await anyFreePort();
  const start = async () => {
    const lines: string[] = [];
    const printed = Promise.withResolvers<string>();
    const child = startNode(['scripts/start.ts'], {
      env: {
        ...process.env,
        ...{ PORT: String(port), HOSTNAME: '127.0.0.1', NEXTAUTH_URL: '', NEXTAUTH_SECRET: '' },
        ...{ HOME: here.home, AWS_ENDPOINT_URL: here.sandboxUrl, KEYTURN_LAUNCH_TOKEN: LAUNCH_TOKEN },
        NODE_ENV: 'production',
      },
      onLine: (line) => {
        lines.push(line);
        const address = /http:\S+launch=[\w-]{43}$/.exec(line)?.[0];
        if (address) printed.resolve(address);
      },
    });
    void child.ended.then((how) => printed.reject(new Error(`npm start has ended: ${how}`)));
    return { lines, child, address: await printed.promise };
  };
  const first = await start();
  await page.goto(first.address);
  await expect(page.getByRole('radio', { name: /^acme-prod\b/ })).toBeVisible();
  await first.child.stop();
  const token = new URL(first.address).searchParams.get('launch')!;
  expect(first.lines.filter((line) => line.includes(token))).toHaveLength(1);

  const second = await start();
  expect(second.address).not.toBe(first.address);
  for (const address of [first.address, second.address.replace(/launch=.*/, `launch=${LAUNCH_TOKEN}`)]) {
    await page.goto(address);
    await page.getByRole('tab', { name: /Local AWS profile/ }).click();
    await expect(page.getByText('Profiles are for whoever started this console.')).toBeVisible();
  }
  await second.child.stop();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the list fits, says what is wrong, and leads in', async ({ page }) => {
    await page.goto(`/?launch=${LAUNCH_TOKEN}`);
    await page.getByRole('radio', { name: /^old-billing\b/ }).check();
    await expect(
      page.getByText('source_profile names “gone”, which neither file has.').first(),
    ).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expectAccessible(page);
    await page.getByRole('radio', { name: /^acme-prod\b/ }).check();
    await page.getByRole('button', { name: 'Continue with acme-prod' }).tap();
    await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
  });
});
