import { expect, test } from 'vitest';
import { importsOf, isTest, sourcesIn } from './sources.ts';

// Read-only mode closes door one (e2e/routes/read-only.test.ts). These tests hold that there is no other way to write.

/** Makers of routes, and whether what they make can change something at AWS. */
const MAKERS: Record<string, 'writes' | 'reads'> = {
  healthRoute: 'reads',
  companySsoRoute: 'reads',
  centerReturnRoute: 'reads',
  identityCenterRoute: 'reads',
  nothingRoute: 'reads',
  operationRoute: 'writes',
  profilesRoute: 'reads',
  readyRoute: 'reads',
  signInRoute: 'reads',
  streamRoute: 'reads',
  valueRoute: 'reads',
  viewRoute: 'reads',
};

const sources = sourcesIn('app', 'lib').filter((file) => !isTest(file));

test('each route is made by a maker that is known to write or not to', () => {
  const routes = sources.filter(({ path }) => path.endsWith('/route.ts'));
  expect(routes.length).toBeGreaterThan(10);
  for (const { path, text } of routes) {
    const made = [...text.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE) = (\w+)\(/gm)];
    expect(made.length, path).toBe([...text.matchAll(/^export /gm)].length);
    for (const [, , maker = ''] of made) expect(Object.keys(MAKERS), path).toContain(maker);
  }
  const written = routes.filter(({ text }) => /= operationRoute\(/.test(text)).map(({ path }) => path);
  expect(written).toEqual(['app/api/secretsmanager/[scope]/[region]/[operation]/route.ts']);
});

test('operations are carried out by the one route that asks whether it may write', () => {
  const runners = sources.filter((file) =>
    importsOf(file).some(({ from, typeOnly }) => !typeOnly && /(^|\/)commands$/.test(from)),
  );
  expect(runners.map(({ path }) => path)).toEqual(['lib/server/operation-route.ts']);
  expect(runners[0]?.text).toContain('requireWritable(name)');
});

/** Commands of AWS that change nothing: by their verbs, and those that only ask, or sign in and out. */
const READS =
  /^(Describe|Get|List|Lookup|Filter|BatchGet|Simulate)\w+Command$|^(Start|Stop)QueryCommand$|^(AssumeRole(WithWebIdentity)?|RegisterClient|StartDeviceAuthorization|CreateToken|Logout)Command$/;

test('beside that, no file makes a command that could change something at AWS', () => {
  const made = sources
    .filter(({ path }) => path !== 'lib/aws/commands.ts')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bnew (\w+Command)\(/g)].map(([, name]) => [path, name!]),
    );
  expect(made.length).toBeGreaterThan(5);
  expect(made.filter(([, name]) => !READS.test(name!))).toEqual([]);
});
