import type { Attempt } from './attempt.ts';
import type { Clue, Finding, Rule } from './clue.ts';
import type { Block } from './log/block.ts';
import type { Line } from './log/line.ts';
import { isSuspicious } from './log/suspicious.ts';
import { plainWordsFindings } from './reasons/plain-words.ts';
import { REASONS, RULES } from './rules.ts';

// A trace of more lines repeats itself.
const MOST_LINES = 120;

/** Every finding of every rule in an attempt. */
export function findingsIn(attempt: Attempt): Finding[] {
  const byText = attempt.blocks.flatMap((block) =>
    telling(block).flatMap((line) => findingsInLine(block, line)),
  );
  const known = [...byText, ...REASONS.flatMap((reason) => reason(attempt))];
  return [...known, ...plainWordsFindings(attempt, known)];
}

const FRAME = /^\s{1,12}(?:at [\w.$<[]|File "|\.\.\. \d)/;

function telling({ lines, uncaught, level }: Block): Line[] {
  const some =
    uncaught || level === 'error'
      ? lines.filter(({ text, fields }) => fields || !FRAME.test(text))
      : lines.filter(({ text }) => isSuspicious(text));
  return some.length > MOST_LINES ? [...some.slice(0, MOST_LINES / 2), ...some.slice(-MOST_LINES / 2)] : some;
}

function findingsInLine(block: Block, line: Line): Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) {
    for (const clue of rule.clues) {
      const found = clue.sign.exec(line.text);
      if (found && fits(clue, block, line)) findings.push(findingFrom(rule, clue, block, line, found));
    }
  }
  return findings;
}

/** Conditions look at the message around the line: not at all of a trace, and never at the code that is shown in it. */
function fits({ needs, unless }: Clue, block: Block, line: Line): boolean {
  if (!needs && !unless) return true;
  const at = block.lines.indexOf(line);
  const around = block.lines
    .slice(Math.max(0, at - 3), at + 4)
    .flatMap(({ text }) => text.split('\n'))
    .filter((text) => !CODE.test(text))
    .join('\n');
  return (needs?.test(around) ?? true) && !(unless?.test(around) ?? false);
}

const CODE = /^\s{2,}(?:File "|at |[\w.]+(?:\(| = |\.)|return |raise |throw |await |self\.)/;

const findingFrom = (rule: Rule, clue: Clue, block: Block, line: Line, found: RegExpExecArray): Finding => ({
  cause: rule.cause,
  weight: clue.weight,
  says: clue.says,
  line,
  from: found.index,
  to: found.index + found[0].length,
  block,
});
