import { type Node, RegexError, type UnitTest } from './syntax.ts';

/** One step of a compiled expression; `split` prefers its first way. */
export type Step =
  | { readonly kind: 'unit'; readonly test: UnitTest }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'at'; readonly place: 'start' | 'end' | 'boundary' | 'no boundary' }
  | { readonly kind: 'match' };

/** A compiled expression; the groups' texts are between the slots 2n and 2n + 1. */
export interface Program {
  readonly steps: readonly Step[];
  readonly groups: readonly (string | undefined)[];
}

/** Time is steps times text: this many steps keep the largest event within a fraction of a second. */
const MAX_STEPS = 2000;

/** Compiles a tree; throws RegexError when it grows too large. */
export function compile(root: Node): Program {
  const steps: Step[] = [];
  const groups: (string | undefined)[] = [];

  const add = <S extends Step>(step: S): S => {
    if (steps.length >= MAX_STEPS) throw new RegexError(0);
    steps.push(step);
    return step;
  };

  const emit = (node: Node): void => {
    switch (node.kind) {
      case 'unit':
        add({ kind: 'unit', test: node.test });
        return;
      case 'at':
        add({ kind: 'at', place: node.place });
        return;
      case 'sequence':
        for (const item of node.items) emit(item);
        return;
      case 'either':
        emitEither(node.options);
        return;
      case 'group': {
        const slot = 2 * (groups.push(node.name) - 1);
        add({ kind: 'save', slot });
        emit(node.node);
        add({ kind: 'save', slot: slot + 1 });
        return;
      }
      case 'repeat':
        emitRepeat(node);
    }
  };

  const emitEither = (options: readonly Node[]): void => {
    const ends: { to: number }[] = [];
    options.forEach((option, at) => {
      if (at === options.length - 1) {
        emit(option);
        return;
      }
      const split = add({ kind: 'split', first: steps.length + 1, second: 0 });
      emit(option);
      ends.push(add({ kind: 'jump', to: 0 }));
      split.second = steps.length;
    });
    for (const end of ends) end.to = steps.length;
  };

  const emitRepeat = ({ node, min, max, greedy }: Extract<Node, { kind: 'repeat' }>): void => {
    // A group that is unrolled keeps one number: its last round is what it holds.
    const known = groups.length;
    const round = () => {
      groups.length = known;
      emit(node);
    };
    const branch = () => add({ kind: 'split', first: steps.length + 1, second: steps.length + 1 });
    const leave = (split: { first: number; second: number }) => {
      if (greedy) split.second = steps.length;
      else split.first = steps.length;
    };
    for (let count = 0; count < min; count++) round();
    if (max === Number.POSITIVE_INFINITY) {
      const start = steps.length;
      const split = branch();
      round();
      add({ kind: 'jump', to: start });
      leave(split);
      return;
    }
    const splits = [];
    for (let count = min; count < max; count++) {
      splits.push(branch());
      round();
    }
    for (const split of splits) leave(split);
  };

  emit(root);
  add({ kind: 'match' });
  return { steps, groups };
}
