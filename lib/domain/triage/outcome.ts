import type { Block } from './log/block.ts';
import { blocksOf } from './log/block.ts';
import type { Invocation } from './log/invocation.ts';
import { isFine } from './log/platform.ts';
import { isSuspicious } from './log/suspicious.ts';
import { isNoise, tellsStepDone, tellsSuccess } from './log/wording.ts';

/** How an invocation ended, and what it wrote. */
export interface Outcome {
  readonly invocation: Invocation;
  /** What it wrote, without what is only about watching it. */
  readonly blocks: readonly Block[];
  /** Index of the last block that says something went well; -1 where none does. */
  readonly lastSuccess: number;
  readonly timedOut: boolean;
  /**
   * `failed`: Lambda or an error nobody caught says so, or an error stands with no success after it; `suspect`: only a
   * quieter line speaks of an error; `clean`: neither.
   */
  readonly ending: 'failed' | 'suspect' | 'clean';
}

const ERROR_WORDS =
  /\b(?:error|exception|failed|failure|fatal|unable|cannot|refused|denied|rejected|timed out|panic)\b|Error\b|Exception\b/i;
const RETRIED =
  /\bretry\w*|\battempt \d|\bwill try again|\bfall(?:ing)? ?back|\btrying (?:again|next|without|the|with)/i;

/** Reads how an invocation ended. */
export function outcomeOf(invocation: Invocation): Outcome {
  const blocks = blocksOf(invocation.lines).filter((block) => !isNoise(block));
  const status = invocation.report?.status;
  const timedOut = invocation.timeout !== undefined || /^timeout$/i.test(status ?? '');
  // Only a success after a trouble matters.
  const first = blocks.findIndex(({ telling }) => telling);
  const lastSuccess =
    first < 0 ? -1 : blocks.findLastIndex(({ lines }, at) => at >= first && tellsSuccess(lines[0]!.said));
  const base = { invocation, blocks, lastSuccess, timedOut };
  const broken =
    timedOut ||
    (invocation.init !== undefined && !blocks.some(({ lines }) => tellsStepDone(lines[0]!.said))) ||
    (status !== undefined && !isFine(status)) ||
    blocks.some(({ uncaught }) => uncaught);
  if (broken) return { ...base, ending: 'failed' };
  // The handler returned normally, whatever it wrote.
  const returned = status !== undefined && isFine(status);
  const whole = invocation.started && invocation.report !== undefined;
  const done = whole && blocks.some(({ lines }) => tellsStepDone(lines[0]!.said));
  if (returned || done) return { ...base, ending: 'clean' };
  const after = blocks.slice(lastSuccess + 1);
  if (after.some((block) => block.level === 'error' || (block.trace && block.level === undefined)))
    return { ...base, ending: 'failed' };
  const quiet = after.some(({ level, lines, trace }) => {
    const { said: text } = lines[0]!;
    // A line without a level is what a plain print leaves: it may be all there is of an error.
    const speaks =
      level === undefined ? isSuspicious(text) : level !== 'debug' && (trace || ERROR_WORDS.test(text));
    return speaks && !RETRIED.test(text);
  });
  return { ...base, ending: quiet ? 'suspect' : 'clean' };
}
