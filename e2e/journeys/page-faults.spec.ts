import { sandbox } from './sandbox.ts';
import { expect, expectAccessible, openSecret, signIn, test } from './test.ts';

// Each page while all of Secrets Manager is out in one way: it stands, says what failed, and is well again when AWS is.

const WAYS = {
  throttle: /limiting|throttl/i,
  deny: /denied|refuse|may not/i,
  error500: /could not answer|failed/i,
  reset: /no answer|did not answer|could not answer|failed/i,
  hang: /no answer|did not answer|could not answer/i,
} as const;

const NAME = 'prod/payments/db-writer';
const PAGES = {
  secrets: { heading: 'Secrets', well: 'ci/apple/' },
  secret: { heading: NAME, well: 'AWSCURRENT' },
  rotation: { heading: 'Rotation', well: 'rotate-aurora' },
  replication: { heading: 'Replication', well: 'Primary' },
} as const;

for (const [name, { heading, well }] of Object.entries(PAGES)) {
  test(`the page ${name} survives ${Object.keys(WAYS).length} ways in which AWS can fail`, async ({
    page,
  }) => {
    test.slow();
    await signIn(page, 'riley');
    if (name === 'secret') await openSecret(page, NAME);
    else
      await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: new RegExp(`^${heading}`) })
        .click();
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expect(main).toContainText(well, { timeout: 20_000 });
    for (const [kind, words] of Object.entries(WAYS)) {
      await sandbox.fault({ kind, service: 'secretsmanager' });
      await page.reload();
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expect(main).toContainText(words, { timeout: 30_000 });
      await sandbox.heal();
    }
    await expectAccessible(page);
    await page.reload();
    await expect(main).toContainText(well, { timeout: 20_000 });
    await expect(main).not.toContainText(WAYS.hang);
  });
}

// These ask AWS nothing by themselves: whatever it does, they are whole.
const APART = { permissions: 'Permissions', diagnose: 'Diagnose a log' } as const;

test(`${Object.keys(APART).length} pages that need no answer stand in all ${Object.keys(WAYS).length} ways, and say why asking failed`, async ({
  page,
}) => {
  await signIn(page, 'riley');
  for (const [kind, words] of Object.entries(WAYS)) {
    await sandbox.fault({ kind });
    for (const [path, heading] of Object.entries(APART)) {
      await page.goto(`/${path}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    }
    if (kind === 'deny' || kind === 'error500') {
      await page.goto('/permissions');
      await page.getByRole('button', { name: 'Ask AWS' }).click();
      await expect(page.getByRole('complementary', { name: 'Ask and hand out' })).toContainText(words);
    }
    await sandbox.heal();
  }
  await page.goto('/permissions');
  await page.getByRole('button', { name: 'Ask AWS' }).click();
  await expect(page.getByRole('complementary', { name: 'Ask and hand out' })).toContainText('Simulated for');
  await expectAccessible(page);
});
