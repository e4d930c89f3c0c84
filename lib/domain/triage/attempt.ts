import type { Step } from './cause.ts';
import type { Evidence } from './evidence.ts';
import type { Block } from './log/block.ts';
import type { Invocation } from './log/invocation.ts';
import type { Outcome } from './outcome.ts';

/** The invocation that failed, as the rules look at it. */
export interface Attempt {
  readonly evidence: Evidence;
  readonly invocation: Invocation;
  /** What it wrote that may tell of a failure. */
  readonly blocks: readonly Block[];
  /** The last thing it wrote. */
  readonly last: Block | undefined;
  /** How long it ran, in milliseconds; undefined where the log does not tell. */
  readonly durationMs: number | undefined;
  readonly timedOut: boolean;
  /** Where the evidence names it. */
  readonly step: Step | undefined;
}

// The root stands near the beginning or near the end; what repeats between them adds time, not knowledge.
const FIRST = 40;
const LAST = 80;

/** Prepares an invocation for the rules. */
export function attemptFrom(evidence: Evidence, outcome: Outcome, step: Step | undefined): Attempt {
  const { invocation, blocks, timedOut } = outcome;
  const telling = withoutRepeats(blocks.filter((block) => block.telling));
  return {
    evidence,
    invocation,
    blocks: telling.length > FIRST + LAST ? [...telling.slice(0, FIRST), ...telling.slice(-LAST)] : telling,
    last: blocks.at(-1),
    durationMs: durationOf(invocation),
    timedOut,
    step,
  };
}

/** Of events that say the same but for numbers and ids, the first and the last. */
function withoutRepeats(blocks: readonly Block[]): Block[] {
  const last = new Map(blocks.map((block, index) => [shapeOf(block), index]));
  const seen = new Set<string>();
  return blocks.filter((block, index) => {
    const shape = shapeOf(block);
    if (last.get(shape) !== index && seen.has(shape)) return false;
    seen.add(shape);
    return true;
  });
}

const shapes = new WeakMap<Block, string>();

function shapeOf(block: Block): string {
  const known = shapes.get(block);
  if (known !== undefined) return known;
  const { text } = block.lines[0]!;
  // A trace is told apart by its length: what it says may stand at its end.
  const shape = `${block.lines.length} ${text.slice(0, 300).replace(NUMBERS, '#')}`;
  shapes.set(block, shape);
  return shape;
}

const NUMBERS = /[0-9a-f]{8}|\d{1,20}/g;

const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?/;

/** Lambda's figure, or else the time between the first and the last line that carry one. */
function durationOf({ report, timeout, lines }: Invocation): number | undefined {
  if (report?.durationMs !== undefined) return report.durationMs;
  if (timeout) return timeout.seconds * 1000;
  const first = timeIn(lines[0]?.raw);
  const last = timeIn(lines.findLast(({ raw }) => TIME.test(raw.slice(0, 160)))?.raw);
  return first === undefined || last === undefined || last <= first ? undefined : last - first;
}

function timeIn(raw: string | undefined): number | undefined {
  const found = raw === undefined ? undefined : TIME.exec(raw.slice(0, 160))?.[0];
  if (found === undefined) return undefined;
  const time = Date.parse(`${found.replace(' ', 'T').replace(',', '.')}Z`);
  return Number.isNaN(time) ? undefined : time;
}
