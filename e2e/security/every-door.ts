import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A door as its file says: one method at one address. */
export interface Door {
  readonly method: string;
  readonly path: string;
}

const SCOPE = '441200879921.riley';
const filled: Readonly<Record<string, string>> = {
  '[scope]': SCOPE,
  '[region]': 'us-east-1',
  '[operation]': 'DescribeSecret',
  '[step]': 'begin',
};

/** Open to load balancers, and without anything to see. */
const FOR_ANYBODY = ['/api/health', '/api/ready'];

/** Every door but those of health and of next-auth, which has rules of its own: read from the routes, so that none is missing. */
export const doors: readonly Door[] = globSync('app/api/**/route.ts', { cwd: ROOT }).flatMap((file) => {
  const path = file
    .replaceAll('\\', '/')
    .replace(/^app|\/route\.ts$/g, '')
    .replace(/\[\w+\]/g, (part) => filled[part] ?? part);
  if (path.startsWith('/api/auth') || path.includes('...') || FOR_ANYBODY.includes(path)) return [];
  const text = readFileSync(join(ROOT, file), 'utf8');
  const methods = [...text.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE) =/gm)];
  return methods.map(([, method = '']) => ({ method, path }));
});
