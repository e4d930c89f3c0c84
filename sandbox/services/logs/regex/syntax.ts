/** One UTF-16 unit, judged. */
export type UnitTest = (unit: number) => boolean;

/** A regular expression as a tree. */
export type Node =
  | { readonly kind: 'unit'; readonly test: UnitTest; readonly literal?: string }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'either'; readonly options: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly node: Node;
      readonly min: number;
      readonly max: number;
      readonly greedy: boolean;
    }
  | { readonly kind: 'group'; readonly node: Node; readonly name: string | undefined }
  | { readonly kind: 'at'; readonly place: 'start' | 'end' | 'boundary' | 'no boundary' };

/** A text that is no regular expression of the subset, and where it ceases to be one. */
export class RegexError extends Error {
  readonly position: number;
  constructor(position: number) {
    super(`not a supported regular expression, at ${position}`);
    this.position = position;
  }
}

const DIGIT: UnitTest = (unit) => unit >= 48 && unit <= 57;

/** What `\w` means. */
export const isWord: UnitTest = (unit) =>
  DIGIT(unit) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95;

const SPACE: UnitTest = (unit) => unit === 32 || (unit >= 9 && unit <= 13);

/** The classes written as one escaped letter; the capital is the opposite. */
export const CLASSES: ReadonlyMap<string, UnitTest> = new Map<string, UnitTest>([
  ['d', DIGIT],
  ['D', (unit) => !DIGIT(unit)],
  ['w', isWord],
  ['W', (unit) => !isWord(unit)],
  ['s', SPACE],
  ['S', (unit) => !SPACE(unit)],
]);

/** Escapes that stand for one unit. */
export const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
]);

/** A unit that is exactly this one, or in either case. */
export function unitNode(text: string, anyCase: boolean): Node {
  const units = anyCase ? [text.toLowerCase(), text.toUpperCase()] : [text];
  const codes = units.map((unit) => unit.charCodeAt(0));
  const test: UnitTest = (unit) => codes.includes(unit);
  return anyCase ? { kind: 'unit', test } : { kind: 'unit', test, literal: text };
}
