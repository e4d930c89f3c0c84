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
  const shapes = blocks.map(shapeOf);
  const last = new Map(shapes.map((shape, index) => [shape, index]));
  const seen = new Set<string>();
  return blocks.filter((_, index) => {
    const shape = shapes[index]!;
    if (last.get(shape) !== index && seen.has(shape)) return false;
    seen.add(shape);
    return true;
  });
}

// A trace is told apart by its length as well: what it says may stand at its end.
const shapeOf = ({ lines }: Block) => `${lines.length} ${shapeOfText(lines[0]!.text)}`;

const REACH = 300;

/** A number that is the same for texts that differ in digits and hexadecimal ids only. */
function shapeOfText(text: string): number {
  let shape = 0;
  const end = Math.min(text.length, REACH);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    const varies = (code >= 48 && code <= 57) || (code >= 97 && code <= 102);
    if (!varies) shape = (Math.imul(shape, 31) + code) | 0;
  }
  return shape;
}

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
