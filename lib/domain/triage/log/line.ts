import { type Level, levelOfField, levelOfText } from './level.ts';
import { type Fields, flatten, jsonIn } from './structured.ts';

/** One line of a log, and where it stands. */
export interface Line {
  /** Index of the log entry it is in. */
  readonly entry: number;
  /** Where it begins in that entry, in characters. */
  readonly start: number;
  /** What is matched; for a structured line its values, each on a line of its own. */
  readonly text: string;
  /** The text without the time, level and id a logger put before it: what rules about wording look at. */
  readonly said: string;
  /** The line as it stands in the entry, clipped like the text. */
  readonly raw: string;
  /** So many characters were left out of its middle. */
  readonly left: number;
  readonly level: Level | undefined;
  readonly requestId: string | undefined;
  /** Set where the line is, or ends in, a JSON object. */
  readonly fields: Fields | undefined;
}

// What is longer is matched at both ends only: no message of a driver is that long, and time stays linear.
const HEAD = 6000;
const TAIL = 2000;

// Where the platform and its loggers put the id of a request; a version id in a sentence looks the same.
const AFTER_LABEL = /^.{0,80}?\b(?:START |END |REPORT )?RequestId: ?([\w-]{3,64})/;
const AFTER_TIME =
  /^(?:\[?\w{1,12}\]?\s{1,6})?\d{4}[-/]\d\d[-/]\d\d[T ]\S{5,30}\s{1,4}(?:\S{1,30}\s{1,4})?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/;

// What the console and `aws logs tail` put before a line when it is copied: time, and the name of the log stream.
const COPIED =
  /^\s{0,4}\|?\s{0,3}(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|\d\d:\d\d:\d\d(?:\.\d{1,6})?|\d{13})\s{1,3}\|?\s{0,3}(?:\d{4}\/\d\d\/\d\d\/\[[^\]]{1,20}\][0-9a-f]{32}\s)?/;
// Lambda writes these lines without a time: one that has it was copied, and so were the others.
const TABLE = /^\s{0,4}\|\s{0,3}\d{4}-\d\d-\d\dT/;
const BARE = /^(?:START|END|REPORT) RequestId: |^INIT_START /;

function isCopied(text: string): boolean {
  if (TABLE.test(text)) return true;
  const head = text.slice(0, 200);
  if (!head.includes(' RequestId: ') && !head.includes('INIT_START')) return false;
  return !BARE.test(head) && BARE.test(head.replace(COPIED, ''));
}

/** All lines of all entries, in order. */
export function linesOf(log: readonly string[]): Line[] {
  const lines: Line[] = [];
  const copied = log.some(isCopied);
  for (const [entry, text] of log.entries()) {
    const whole = jsonIn(text);
    if (whole && whole.start === 0) {
      lines.push(lineOf(entry, 0, text, whole.fields));
      continue;
    }
    const endOf = endsIn(text);
    for (let start = 0; start < text.length; ) {
      const end = endOf(start);
      // A blank line says nothing, and a text may hold a million of them.
      if (end > start) lines.push(lineIn(text, entry, start, end, copied));
      start = end + 1;
    }
  }
  return lines;
}

function lineIn(text: string, entry: number, start: number, end: number, copied: boolean): Line {
  const before = copied ? (COPIED.exec(text.slice(start, Math.min(end, start + 200)))?.[0].length ?? 0) : 0;
  const piece = text.slice(start + before, end);
  return lineOf(entry, start + before, piece, jsonIn(piece)?.fields);
}

/** Where the lines of a text end. Java writes events whose lines end in a carriage return alone. */
function endsIn(text: string): (from: number) => number {
  const next = (mark: string, from: number) => {
    const at = text.indexOf(mark, from);
    return at < 0 ? text.length : at;
  };
  let feed = -1;
  let carriage = -1;
  return (from) => {
    // Each mark is looked for once: a text may hold a million of the one and none of the other.
    if (feed < from) feed = next('\n', from);
    if (carriage < from) carriage = next('\r', from);
    return Math.min(feed, carriage);
  };
}

function lineOf(entry: number, start: number, piece: string, fields: Fields | undefined): Line {
  const raw = clip(piece);
  const text = fields ? clip(flatten(fields, piece)) : raw;
  const stamp = fields ? undefined : AFTER_TIME.exec(raw.length > 200 ? raw.slice(0, 200) : raw);
  return {
    entry,
    start,
    text,
    said: stamp ? raw.slice(stamp[0].length) : text,
    raw,
    left: piece.length > HEAD + TAIL ? piece.length - HEAD - TAIL : 0,
    level: (fields && levelIn(fields)) ?? levelOfText(raw),
    requestId: fields ? (idIn(fields) ?? idOf(raw)) : (stamp?.[1] ?? labelledId(raw)),
    fields,
  };
}

/** Where a position in the raw line is in its entry. */
export const placeInEntry = ({ start, left }: Line, at: number): number =>
  // The break that stands for what was left out is one character.
  start + (left > 0 && at > HEAD ? at + left - 1 : at);

const clip = (text: string) =>
  text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;

function idOf(raw: string): string | undefined {
  return AFTER_TIME.exec(raw.slice(0, 200))?.[1] ?? labelledId(raw);
}

function labelledId(raw: string): string | undefined {
  const head = raw.length > 200 ? raw.slice(0, 200) : raw;
  return head.includes('RequestId') ? AFTER_LABEL.exec(head)?.[1] : undefined;
}

function levelIn(fields: Fields): Level | undefined {
  const log = fields.log;
  const nested = typeof log === 'object' && log !== null ? (log as Fields).level : undefined;
  return levelOfField(
    fields.level ?? fields.log_level ?? fields.severity ?? fields.levelname ?? fields['log.level'] ?? nested,
  );
}

const ID_FIELDS = ['requestId', 'AWSRequestId', 'awsRequestId', 'aws_request_id', 'function_request_id'];

function idIn(fields: Fields): string | undefined {
  const record = typeof fields.record === 'object' && fields.record !== null ? (fields.record as Fields) : {};
  for (const name of ID_FIELDS) {
    const id = fields[name] ?? record[name];
    if (typeof id === 'string' && id !== '') return id;
  }
  return undefined;
}
