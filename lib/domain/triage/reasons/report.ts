import type { Attempt } from '../attempt.ts';
import type { Finding } from '../clue.ts';
import type { Block } from '../log/block.ts';
import type { Line } from '../log/line.ts';
import { isFine } from '../log/platform.ts';

const DID_NOT_COME_UP = /^Runtime\.(?!ExitError|Unknown|OutOfMemory|Timeout)\w/;

/** What Lambda's own lines say of the end of an invocation, where nothing else does. */
export function reportFindings({ invocation, timedOut }: Attempt): Finding[] {
  const { report, init } = invocation;
  const failed = report?.status !== undefined && !isFine(report.status) && !timedOut;
  return [
    ...(report?.errorType === 'Runtime.OutOfMemory' || (failed && report.memoryFull)
      ? [finding(report.line, 62, 'The function ran out of memory')]
      : []),
    ...(failed && DID_NOT_COME_UP.test(report.errorType ?? '')
      ? [finding(report.line, 64, 'The function could not be started')]
      : []),
    ...(init && !/timeout/i.test(init.errorType ?? init.line.raw)
      ? [finding(init.line, 56, 'The function did not come up')]
      : []),
  ];
}

function finding(line: Line, weight: number, says: string): Finding {
  const block: Block = { lines: [line], level: 'error', uncaught: true, trace: false, telling: true };
  return { cause: 'lambda-code-error', weight, says, line, from: 0, to: line.text.length, block };
}
