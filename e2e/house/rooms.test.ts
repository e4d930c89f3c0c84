import { describe, expect, test } from 'vitest';
import { importsOf, isTest, resolveImport, type Source, sourcesIn } from './sources.ts';

// Legend: a room, and the rooms it may import beside itself. Everything else, the app included, is out of reach.
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'lib/domain': [],
  'lib/contract': ['lib/domain'],
  'lib/aws': ['lib/contract', 'lib/domain'],
  'lib/views': ['lib/aws', 'lib/contract', 'lib/domain'],
  'lib/server': ['lib/aws', 'lib/contract', 'lib/domain'],
  'lib/client': ['lib/contract', 'lib/domain'],
  components: ['components/ui', 'lib/client', 'lib/contract', 'lib/domain'],
  'components/ui': [],
  app: ['components', 'components/ui', 'lib/client', 'lib/contract', 'lib/domain', 'lib/server', 'lib/views'],
  sandbox: [],
  // `npm run diagnose` gives the console's own diagnosis, which is pure.
  scripts: ['lib/domain'],
  // A bench starts servers as the scripts do.
  bench: ['lib/domain', 'scripts'],
};

/** The room a path lies in: the longest that fits. */
const roomOf = (path: string) =>
  Object.keys(mayImport)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0] ?? path.split('/')[0]!;

/** The rooms whose code a file gets hold of: directly, and by what the imported files hand on. */
function roomsImportedBy(file: Source, seen = new Set<string>()): Set<string> {
  const rooms = new Set<string>();
  for (const { from } of importsOf(file)) {
    const target = resolveImport(file.path, from);
    if (!target) continue;
    rooms.add(roomOf(target.path));
    for (const room of roomsHandedOnBy(target, seen)) rooms.add(room);
  }
  return rooms;
}

function roomsHandedOnBy(file: Source, seen: Set<string>): Set<string> {
  const rooms = new Set<string>();
  if (seen.has(file.path)) return rooms;
  seen.add(file.path);
  for (const { from, handedOn } of importsOf(file)) {
    const target = handedOn ? resolveImport(file.path, from) : undefined;
    if (!target) continue;
    rooms.add(roomOf(target.path));
    for (const room of roomsHandedOnBy(target, seen)) rooms.add(room);
  }
  return rooms;
}

const trespasses = (file: Source) => {
  const room = roomOf(file.path);
  return [...roomsImportedBy(file)].filter((other) => other !== room && !mayImport[room]?.includes(other));
};

test.each(Object.keys(mayImport))('%s imports only what lies beneath it', (room) => {
  // A test may stand outside of its room to look at it.
  const files = sourcesIn(room).filter((file) => roomOf(file.path) === room && !isTest(file));
  expect(files.length, 'the room has files').toBeGreaterThan(0);
  for (const file of files) expect(trespasses(file), file.path).toEqual([]);
});

test('every room of lib is in the table', () => {
  const rooms = new Set(sourcesIn('lib').map(({ path }) => path.split('/').slice(0, 2).join('/')));
  expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
});

describe('a trespass is found', () => {
  // path, text, room that is entered
  test.each([
    ['lib/domain/x.ts', "import { problemOf } from '@/lib/contract/problem';", 'lib/contract'],
    ['lib/domain/x.ts', "import type { Problem } from '../contract/problem.ts';", 'lib/contract'],
    ['lib/domain/x.ts', "export { problemOf } from '../contract/problem.ts';", 'lib/contract'],
    ['lib/client/x.ts', "import {\n  send,\n} from '@/lib/aws/send';", 'lib/aws'],
    ['lib/client/x.ts', "const room = await import('@/lib/aws/send');", 'lib/aws'],
    ['lib/aws/x.ts', "import '@/lib/server/audit';", 'lib/server'],
    ['components/secret/x.tsx', "import { audit } from '@/lib/server/audit';", 'lib/server'],
    ['components/ui/x.tsx', "import { SecretName } from '../secret/secret-name';", 'components'],
    ['components/ui/x.tsx', "import { shortId } from '@/lib/domain/short-id';", 'lib/domain'],
    ['sandbox/x.ts', "import { parseSecretArn } from '../lib/domain/arn.ts';", 'lib/domain'],
    ['scripts/x.ts', "import { startSandbox } from '../sandbox/server.ts';", 'sandbox'],
    ['scripts/x.ts', "import { problemOf } from '../lib/contract/problem.ts';", 'lib/contract'],
    ['app/x.tsx', "import { send } from '@/lib/aws/send';", 'lib/aws'],
  ])('%s: %s', (path, text, room) => {
    expect(trespasses({ path, text })).toEqual([room]);
  });

  test('also behind a file that hands it on', () => {
    const handsOn = {
      path: 'e2e/x.ts',
      text: "export { operationRoute } from '../lib/server/operation-route.ts';",
    };
    expect([...roomsHandedOnBy(handsOn, new Set())]).toEqual(['lib/server']);
  });
});
