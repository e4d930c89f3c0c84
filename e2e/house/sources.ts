import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A file of the repository: its path from the root, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const ROOT = join(import.meta.dirname, '../..');
const PLACES = ['app', 'bench', 'components', 'e2e', 'lib', 'sandbox', 'scripts'];

/** A file by its path from the root; undefined when there is none. */
export function sourceAt(path: string): Source | undefined {
  return existsSync(join(ROOT, path)) ? { path, text: readFileSync(join(ROOT, path), 'utf8') } : undefined;
}

/** Every TypeScript file below a folder, tests included; below all of ours unless one is named. */
export function sourcesIn(...folders: readonly string[]): Source[] {
  const asked = folders.length > 0 ? folders : PLACES;
  const paths = globSync(
    asked.map((folder) => `${folder}/**/*.{ts,tsx}`),
    { cwd: ROOT },
  );
  const own =
    folders.length > 0 ? [] : ['proxy.ts', 'instrumentation.ts', 'playwright.config.ts', 'vitest.config.ts'];
  return [...paths, ...own].map((path) => path.replaceAll('\\', '/')).flatMap((path) => sourceAt(path) ?? []);
}

export const isTest = ({ path }: Source) => /\.(test|spec)\.tsx?$/.test(path);

/** A text without its comments, and with its strings emptied: what the compiler acts on. */
export function codeOf(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|(^|[^:\\])\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
    (found, before: string | undefined) =>
      found.startsWith("'") || found.startsWith('"') ? "''" : (before ?? ''),
  );
}

/** One module another is asked for. */
export interface Import {
  readonly from: string;
  /** Erased by the compiler. */
  readonly typeOnly: boolean;
  /** Handed on to whoever imports this file. */
  readonly handedOn: boolean;
}

/** What a file imports, statically, by `import()` and by `export … from`. */
export function importsOf({ text }: Source): Import[] {
  const statements = text.matchAll(
    /^\s*(import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\sfrom\s*)?(['"])([^'"]+)\3/gm,
  );
  const asked = text.matchAll(/(typeof\s+)?\bimport\(\s*(['"])([^'"]+)\2/g);
  return [
    ...[...statements].map(([, word, type, , from = '']) => ({
      from,
      typeOnly: type !== undefined,
      handedOn: word === 'export',
    })),
    ...[...asked].map(([, type, , from = '']) => ({ from, typeOnly: type !== undefined, handedOn: false })),
  ];
}

/** The file of ours that an import means; undefined for packages. */
export function resolveImport(path: string, from: string): Source | undefined {
  const base = from.startsWith('@/')
    ? from.slice(2)
    : from.startsWith('.')
      ? normalize(join(dirname(path), from)).replaceAll('\\', '/')
      : undefined;
  if (base === undefined) return undefined;
  const endings = ['', '.ts', '.tsx', '/index.ts'];
  return endings
    .map((ending) => base + ending)
    .flatMap((each) => (/\.\w+$/.test(each) ? (sourceAt(each) ?? []) : []))[0];
}
