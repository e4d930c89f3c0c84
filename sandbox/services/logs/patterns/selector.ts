import { invalidPattern, type PatternReader } from './operand.ts';

/** One step into a document: a property, an index, or every element. */
type Step = string | number | '[*]';

/** What a selector finds in a document: nothing, one value, or with `[*]` several. */
export type Select = (document: unknown) => readonly unknown[];

/** `$.a.b`, `$.a[0].b`, `$.a[*].b`, `$.['a.b']`. */
export function parseSelector(reader: PatternReader): Select {
  if (!reader.take('$')) throw invalidPattern();
  const steps: { kind: 'property' | 'element'; at: Step }[] = [];
  for (;;) {
    const quoted = reader.takeMatch(/\.?\[(?:'([^']+)'|"([^"]+)")\]/y);
    const index = quoted ? undefined : reader.takeMatch(/\[(\d{1,6}|\*)\]/y);
    const name = quoted || index ? undefined : reader.takeMatch(/\.([\w@-]+)/y);
    if (quoted) steps.push({ kind: 'property', at: quoted[1] ?? quoted[2]! });
    else if (index) steps.push({ kind: 'element', at: index[1] === '*' ? '[*]' : Number(index[1]) });
    else if (name) steps.push({ kind: 'property', at: name[1]! });
    else break;
  }
  if (steps.length === 0) throw invalidPattern();
  return (document) =>
    steps.reduce<readonly unknown[]>(
      (found, { kind, at }) =>
        found.flatMap((value) => (kind === 'property' ? property(value, String(at)) : element(value, at))),
      [document],
    );
}

function property(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return [(value as Record<string, unknown>)[name]];
}

function element(value: unknown, at: Step): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  return at === '[*]' ? value : value.slice(Number(at), Number(at) + 1);
}
