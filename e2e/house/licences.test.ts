import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { lockedPackages } from '../../scripts/locked.ts';
import { sourceAt } from './sources.ts';

const packages = lockedPackages();
const listed = [...(sourceAt('docs/licences.md')?.text ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map(
  ([, licence]) => licence!,
);

test('docs/licences.md lists exactly the licences there are', () => {
  expect(packages.length).toBeGreaterThan(100);
  expect([...listed].sort()).toEqual([...new Set(packages.map(({ licence }) => licence))].sort());
});

test('what asks more than its licence to be kept is named, and is no part of what we run by ourselves', () => {
  const strict = packages.filter(({ licence, runs }) => runs && /GPL|MPL|CC-BY-SA/.test(licence));
  expect(strict.filter(({ name }) => !/^@img\/sharp/.test(name))).toEqual([]);
});

test('no package runs a script when it is installed', () => {
  expect(packages.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
});

test('npm run sbom names every package with its hash, and without the network', () => {
  const manifest = JSON.parse(sourceAt('package.json')?.text ?? '{}');
  const [command = '', ...args]: string[] = manifest.scripts.sbom.split(' ');
  const env = { ...process.env, npm_config_offline: 'true' };
  const bom = JSON.parse(execFileSync(command, args, { env, encoding: 'utf8', maxBuffer: 64_000_000 }));
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  const named = bom.components as { name: string; version: string; hashes: unknown[] }[];
  const words = (all: readonly { name: string; version: string }[]) =>
    [...new Set(all.map(({ name, version }) => `${name} ${version}`))].sort();
  expect(words(named)).toEqual(words(packages));
  expect(named.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
});
