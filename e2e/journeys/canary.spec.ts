import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { chromium, type Page, type Response } from '@playwright/test';
import { chromiumPath } from '../../scripts/chromium.ts';
import { test } from './own-console.ts';
import { sandbox } from './sandbox.ts';
import { expect, openSecret, signIn, versionWith } from './test.ts';

const NAME = 'canary/login';
// Told apart from everything else there is, and from each other: planted at AWS, and typed by the operator.
const PLANTED = ['planted-9f2c41d7', 'planted-5b8e03aa'];
const TYPED = 'typed-c4d7710e';
const ALL = [...PLANTED, TYPED];

/** Answers that may hold a value, because it was asked for. */
const mayHold = (response: Response) => response.url().endsWith('/api/views/reveal');

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function filesWithCanary(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (ALL.some((canary) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le'))))
      found.push(file);
  }
  return found;
}

/** What this page holds that outlives a look: document, fields, storage, caches, cookies, history. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input,textarea')].map(
      ({ value }) => value,
    );
    const databases = await indexedDB.databases();
    const places = [
      { ...localStorage },
      { ...sessionStorage },
      await caches.keys(),
      databases,
      history.state,
    ];
    return [
      document.documentElement.outerHTML,
      ...fields,
      document.cookie,
      location.href,
      JSON.stringify(places),
    ].join('\n');
  });

test('values are found nowhere but where they were asked for, after everything that can be done with them', async ({
  server,
}) => {
  test.setTimeout(120_000);
  const aws = await sandbox.as('riley');
  const value = (at: number) => JSON.stringify({ username: 'app', password: PLANTED[at], port: 5432 + at });
  await aws.send(new CreateSecretCommand({ Name: NAME, SecretString: value(0) }));
  await aws.send(new PutSecretValueCommand({ SecretId: NAME, SecretString: value(1) }));
  const profile = await mkdtemp(join(tmpdir(), 'keyturn-canary-'));
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    baseURL: server.url,
  });
  const said: string[] = [];
  const leaks: string[] = [];
  const search = (where: string, text: string) => {
    if (ALL.some((canary) => text.includes(canary))) leaks.push(where);
  };
  try {
    const page = await context.newPage();
    const answers: Promise<void>[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => search(`address ${request.method()}`, decodeURIComponent(request.url())));
    // Only what has arrived whole: the body of an answer that a reload cut off never comes.
    page.on('requestfinished', (request) => {
      answers.push(
        (async () => {
          const response = await request.response();
          if (!response) return;
          search('headers', JSON.stringify(response.headers()));
          if (mayHold(response)) return;
          const text = await response.text().catch(() => '');
          search(`answer of ${new URL(response.url()).pathname}`, text);
        })(),
      );
    });
    await signIn(page, 'riley');
    await openSecret(page, NAME);

    await versionWith(page, 'AWSPREVIOUS')
      .getByRole('button', { name: /^Compare version/ })
      .click();
    const compare = page.getByRole('dialog', { name: 'Compare' });
    await compare.getByRole('button', { name: 'Compare', exact: true }).click();
    await compare.getByRole('row', { name: /^changed password/ }).waitFor();
    search('page after comparing', await kept(page));
    const changed = compare.getByRole('row', { name: /^changed password/ });
    // Each press turns a "Reveal" into a "Hide", so the first one left is another each time.
    for (const planted of [1, 0]) {
      await changed
        .getByRole('button', { name: /^Reveal/ })
        .first()
        .click();
      await expect(compare.getByText(PLANTED[planted]!)).toBeVisible();
    }
    for (const left of [1, 0]) {
      await changed.getByRole('button', { name: /^Hide/ }).first().click();
      await expect(changed.getByRole('button', { name: /^Hide/ })).toHaveCount(left);
    }
    search('page after hiding', await kept(page));
    await compare.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'Put new value' }).click();
    const form = page.getByRole('dialog', { name: 'Put a new value' });
    await form.getByRole('button', { name: 'Its current value' }).click();
    await expect(form.getByLabel('Value of password')).toHaveValue(PLANTED[1]!);
    await form.getByLabel('Value of password').fill(TYPED);
    // A refusal that could quote what was sent, then the same form again.
    await sandbox.fault({ kind: 'error500', operation: 'PutSecretValue', count: 1 });
    for (const tick of await form.getByRole('list', { name: 'Warnings' }).getByRole('checkbox').all())
      await tick.check();
    await form.getByRole('button', { name: 'Put new value' }).click();
    await expect(form.getByRole('alert').first()).toBeVisible();
    await sandbox.heal();
    await form.getByRole('button', { name: 'Put new value' }).click();
    await page.getByRole('complementary', { name: 'New value' }).waitFor();
    search('page after putting', await kept(page));

    await page.getByRole('tab', { name: 'Summary' }).click();
    await page.getByText('a month').first().waitFor();
    await page.reload();
    await page.getByText('a month').first().waitFor();
    search('page after a reload', await kept(page));
    await page
      .getByRole('link', { name: /^Secrets/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible();
    search('table', await kept(page));
    await Promise.all(answers);
    search('storage state', JSON.stringify(await context.storageState()));
  } finally {
    await context.close();
    await server.stop();
  }
  search('browser console', said.join('\n'));
  search('server output', server.output());
  expect(
    server
      .output()
      .split('\n')
      .filter((line) => line.includes('"effect":"reveal"')).length,
  ).toBeGreaterThan(3);
  for (const file of await filesWithCanary(profile))
    leaks.push(`file of the browser: ${file.slice(profile.length)}`);
  for (const file of await filesWithCanary('.next/standalone/.next'))
    leaks.push(`file of the server: ${file}`);
  await rm(profile, { recursive: true, force: true });
  expect(leaks).toEqual([]);
});
