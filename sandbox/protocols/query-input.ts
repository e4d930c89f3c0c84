import type { Json } from '../operation.ts';

/** One parameter's place: its value, or what lies below it by name. */
type Tree = Map<string, Tree | string>;

/**
 * The parameters of a form as an operation reads them: `Tags.member.1.Key=a` is `{ Tags: [{ Key: 'a' }] }`.
 * All values are text. What addresses the call, Action and Version, is left out.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function queryInput(form: string): Json {
  const tree: Tree = new Map();
  for (const [path, value] of new URLSearchParams(form)) {
    if (path !== 'Action' && path !== 'Version') plant(tree, path.split('.').slice(0, DEEPEST), value);
  }
  return object(tree);
}

/** Deeper than any parameter of IAM or STS: a hostile form is not followed further. */
const DEEPEST = 12;

function plant(tree: Tree, [step = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree.set(step, value);
    return;
  }
  const known = tree.get(step);
  const below: Tree = known instanceof Map ? known : new Map();
  tree.set(step, below);
  plant(below, rest, value);
}

function object(tree: Tree): Json {
  // A null prototype: a parameter may be called `__proto__`.
  const made: Record<string, unknown> = Object.create(null);
  for (const [name, below] of tree) made[name] = shaped(below);
  return made;
}

function shaped(below: Tree | string): unknown {
  if (typeof below === 'string') return below;
  const members = below.get('member');
  if (below.size !== 1 || members === undefined) return object(below);
  if (typeof members === 'string') return members === '' ? [] : [members];
  const numbered = [...members].filter(([number]) => /^\d+$/.test(number));
  return numbered.sort(([one], [other]) => Number(one) - Number(other)).map(([, member]) => shaped(member));
}
