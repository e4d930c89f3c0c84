import { parseRegex } from './parse.ts';
import { compile, type Program, type Step } from './program.ts';
import { isWord, type Node } from './syntax.ts';

/** A regular expression that cannot be made to run for long, whatever it says and whatever it reads. */
export interface Regex {
  /** Whether it is found anywhere in the text. */
  test(text: string): boolean;
  /** The texts of its named groups at the first place it is found. */
  groups(text: string): ReadonlyMap<string, string> | undefined;
  /** Its named groups, in their order. */
  readonly names: readonly string[];
}

/** Where each group began and ended; -1 where it took no part. */
type Slots = readonly number[];

/**
 * Makes an expression that follows all its ways at once, a step per character (Thompson's construction),
 * so that no pattern of a caller can hang the process. Throws RegexError outside the subset of `parseRegex`.
 */
export function createRegex(source: string): Regex {
  const tree = parseRegex(source);
  const literal = literalOf(tree);
  const program = compile(tree);
  const names = program.groups.filter((name) => name !== undefined);
  return {
    names,
    test: (text) => (literal === undefined ? search(program, text) !== undefined : text.includes(literal)),
    groups(text) {
      const slots = search(program, text);
      if (!slots) return undefined;
      const found = new Map<string, string>();
      program.groups.forEach((name, at) => {
        const [from, to] = [slots[2 * at] ?? -1, slots[2 * at + 1] ?? -1];
        if (name !== undefined && from >= 0 && to >= 0) found.set(name, text.slice(from, to));
      });
      return found;
    },
  };
}

function search({ steps, groups }: Program, text: string): Slots | undefined {
  const none: Slots = new Array<number>(2 * groups.length).fill(-1);
  let found: Slots | undefined;
  let threads = new Threads(steps, text);
  for (let at = 0; ; at++) {
    // Until something is found, it may begin at any place.
    if (!found) threads.add(0, at, none);
    if (found && threads.list.length === 0) return found;
    const next = new Threads(steps, text);
    for (const { from, slots } of threads.list) {
      const step = steps[from]!;
      if (step.kind === 'match') {
        found = slots;
        break; // Ways behind this one are less preferred.
      }
      if (step.kind === 'unit' && at < text.length && step.test(text.charCodeAt(at))) {
        next.add(from + 1, at + 1, slots);
      }
    }
    threads = next;
    if (at >= text.length) return found;
  }
}

/** The ways an expression is on at one place of the text, the preferred ones first. */
class Threads {
  readonly list: { readonly from: number; readonly slots: Slots }[] = [];
  private readonly seen = new Set<number>();
  private readonly steps: readonly Step[];
  private readonly text: string;
  constructor(steps: readonly Step[], text: string) {
    this.steps = steps;
    this.text = text;
  }

  add(from: number, at: number, slots: Slots): void {
    if (this.seen.has(from)) return;
    this.seen.add(from);
    const step = this.steps[from]!;
    switch (step.kind) {
      case 'jump':
        this.add(step.to, at, slots);
        return;
      case 'split':
        this.add(step.first, at, slots);
        this.add(step.second, at, slots);
        return;
      case 'save':
        this.add(from + 1, at, slots.with(step.slot, at));
        return;
      case 'at':
        if (stands(step.place, this.text, at)) this.add(from + 1, at, slots);
        return;
      default:
        this.list.push({ from, slots });
    }
  }
}

function stands(place: 'start' | 'end' | 'boundary' | 'no boundary', text: string, at: number): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === text.length;
  const before = at > 0 && isWord(text.charCodeAt(at - 1));
  const behind = at < text.length && isWord(text.charCodeAt(at));
  return (before !== behind) === (place === 'boundary');
}

/** The text of an expression that is nothing but text: the common case, e.g. a request id. */
function literalOf(node: Node): string | undefined {
  if (node.kind === 'unit') return node.literal;
  if (node.kind !== 'sequence' || node.items.length === 0) return undefined;
  const parts = node.items.map(literalOf);
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}
