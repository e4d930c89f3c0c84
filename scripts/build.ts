import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startNode } from './child.ts';

/** The server `next build` leaves behind. */
export const SERVER = '.next/standalone/server.js';
/** What postbuild adds to it; without it no page has its styles or scripts. */
const FILES = '.next/standalone/.next/static';

/** What a build is made of. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** What is wrong with the build there is: there is none, or sources are newer; undefined when it will do. */
export function staleness(root = '.'): 'missing' | 'older than the sources' | undefined {
  if (!existsSync(join(root, SERVER)) || !existsSync(join(root, FILES))) return 'missing';
  const built = statSync(join(root, SERVER)).mtimeMs;
  return SOURCES.some((path) => newest(join(root, path)) > built) ? 'older than the sources' : undefined;
}

/** Builds the console; the promise holds whether that went well. */
export async function build(): Promise<boolean> {
  const steps = [['scripts/next.ts', 'build'], ['scripts/postbuild.ts']];
  const env = { ...process.env, NODE_ENV: 'production' } as const;
  for (const step of steps) {
    if ((await startNode(step, { env, onLine: console.log }).ended) !== 'exit code 0') return false;
  }
  return true;
}

// Directories count too: a deleted file changes nothing else.
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
