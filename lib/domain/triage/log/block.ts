import type { Level } from './level.ts';
import type { Line } from './line.ts';
import { isSuspicious } from './suspicious.ts';

/** Lines that tell of one event: a log line with the trace that follows it. */
export interface Block {
  readonly lines: readonly Line[];
  readonly level: Level | undefined;
  /** Nobody caught it: it ended the invocation. */
  readonly uncaught: boolean;
  /** It looks like an error, whatever its level says. */
  readonly trace: boolean;
  /** Worth a look by the rules. */
  readonly telling: boolean;
}

// A line that begins something new: a logger's prefix or the platform's.
const HEAD =
  /^(?:\[(?:INFO|ERROR|WARN|WARNING|DEBUG|CRITICAL|FATAL|TRACE)\]|\d{4}[-/]\d\d[-/]\d\d[T ]|\d\d:\d\d:\d\d|(?:INFO|ERROR|WARN|WARNING|DEBUG|FATAL|SEVERE|CRITICAL)\b[:\s]|RequestId: )/;
const CONTINUES =
  /^(?:\s|$|[}\])]|Traceback \(|Caused by:|Suppressed:|During handling of|The above exception|goroutine \d|main\.|runtime\.|--- End of|\{$|Stack trace|Require stack|- \/)/;
const EXCEPTION =
  /^[\w.$:]{0,120}(?:Error|Exception|Failure|Fault|Timeout|Warning|NotFound|Interrupt|Exit)\b[\w.$]{0,60}(?::|$| \()/;
const FRAME =
  /^\s{0,12}(?:at [\w.$<>[\]/@-]|File "|from \/|\.\.\. \d+ more|#\d+ |\d+: )|^Traceback \(|^Caused by:|^goroutine \d|\.rb:\d+:in /;
const UNCAUGHT =
  /\bInvoke Error\b|\bUncaught Exception\b|\bUnhandled Promise Rejection\b|\bError raised from handler method\b|^panic: |\bRuntime exited\b|^\[?(?:ERROR\]? )?Runtime\.\w|\bError: Runtime exited|\bsignal: killed\b|\bLambda runtime (?:invoke|error)|^Unhandled exception/;
// Python's runtime writes what nobody caught with its level and type but without time and request id.
const PYTHON_UNCAUGHT = /^(?:\S{10,40} )?\[ERROR\]\s(?!\s{0,4}\d{4}-)["'\w]/;
const TYPE =
  /^(?:\S{10,40} )?\[ERROR\]\s+(?:[\w.]{1,100}(?:Error|Exception|Failure|Fault|Timeout|NotFound|Exit|Refused|Rejected|Denied)\b|[a-z_]{2,40}\.[\w.]{2,80}:)/;

/** Puts the lines of an invocation together into events. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const groups: Line[][] = [];
  let open: Line[] = [];
  let traced = false;
  for (const line of lines) {
    if (open.length > 0 && continues(line, open, traced)) open.push(line);
    else {
      open = [line];
      groups.push(open);
      traced = false;
    }
    traced ||= FRAME.test(line.raw);
  }
  return groups.map(blockFrom);
}

function continues(line: Line, open: readonly Line[], traced: boolean): boolean {
  if (line.fields) return false;
  // An entry may hold a whole log, pasted.
  if (HEAD.test(line.raw)) return false;
  if (line.entry === open[0]!.entry) return true;
  return CONTINUES.test(line.raw) || (traced && EXCEPTION.test(line.raw));
}

function blockFrom(lines: readonly Line[]): Block {
  const head = lines[0]!;
  const trace = lines.some(({ text }) => FRAME.test(text)) || EXCEPTION.test(head.text);
  const thrown = head.fields?.errorType !== undefined && head.fields.errorMessage !== undefined;
  const python =
    // Searched backwards from where it may stand at most: most lines have no such word at all.
    head.raw.lastIndexOf('[ERROR]', 41) >= 0 &&
    PYTHON_UNCAUGHT.test(head.raw) &&
    (TYPE.test(head.raw) || lines.some(isTraceback));
  const uncaught =
    python ||
    lines.some(({ text }) => UNCAUGHT.test(text)) ||
    (thrown && head.fields?.level === undefined) ||
    // Java's runtime writes the trace bare.
    (trace && head.level === undefined && !head.fields && lines.some(({ raw }) => /^\s+at /.test(raw)));
  return {
    lines,
    level: head.level,
    uncaught,
    trace,
    telling: uncaught || lines.some(({ said }) => isSuspicious(said, head.level)),
  };
}

const isTraceback = ({ raw }: Line) => raw.startsWith('Traceback (');
