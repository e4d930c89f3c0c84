/** The members of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

// Larger objects are read as text.
const LARGEST = 200_000;
const DEEPEST = 6;
const MOST_LINES = 400;

/** The JSON object that a text is, or that its first line ends in after a prefix; undefined where there is none. */
export function jsonIn(text: string): { readonly start: number; readonly fields: Fields } | undefined {
  if (text.length > LARGEST) return undefined;
  const first = text.indexOf('{');
  if (first < 0 || first > 400) return undefined;
  if (text.at(-1) !== '}' && !/\}\s{0,3}$/.test(text.slice(-4))) return undefined;
  const start = first < 9 && (first === 0 || /^\s{0,8}$/.test(text.slice(0, first))) ? 0 : first;
  try {
    const value: unknown = JSON.parse(start === 0 ? text : text.slice(start));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { start, fields: value as Fields }
      : undefined;
  } catch {
    return undefined;
  }
}

// Said by the platform or the logger about the line itself, never about the failure.
const ASIDE = new Set([
  'timestamp',
  'time',
  'service',
  'logger',
  'xray_trace_id',
  'cold_start',
  'hostname',
  'pid',
]);

/**
 * The strings of an object as lines, errors as `type: message`, causes after what they caused. What stands before
 * the object in its line comes first.
 */
export function flatten(fields: Fields, piece: string): string {
  const lines: string[] = [];
  const first = piece.indexOf('{');
  const prefix = first > 0 ? piece.slice(0, first).trim() : '';
  if (prefix) lines.push(prefix);
  collect(fields, lines, 0);
  return lines.join('\n');
}

function collect(fields: Fields, lines: string[], depth: number): void {
  const type = fields.errorType ?? fields.exception_name ?? fields.name;
  const message = fields.errorMessage ?? (typeof fields.stack === 'undefined' ? undefined : fields.message);
  if (typeof message === 'string') lines.push(typeof type === 'string' ? `${type}: ${message}` : message);
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (lines.length >= MOST_LINES) return;
    if (ASIDE.has(name) || value === message) continue;
    gather(name, value, lines, depth);
  }
}

function gather(name: string, value: unknown, lines: string[], depth: number): void {
  if (typeof value === 'string') {
    // Loggers put objects into strings: what they say is wanted, not how it is escaped.
    const inner = value.startsWith('{') ? jsonIn(value) : undefined;
    if (inner && depth < DEEPEST) collect(inner.fields, lines, depth + 1);
    else lines.push(PROSE.has(name) ? value : `${name}: ${value}`);
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    lines.push(`${name}: ${value}`);
  } else if (Array.isArray(value)) {
    for (const item of value.slice(0, MOST_LINES)) {
      if (typeof item === 'string') lines.push(item);
      else if (depth < DEEPEST && typeof item === 'object' && item !== null)
        collect(item as Fields, lines, depth + 1);
    }
  } else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
    if (name === 'cause') lines.push('[cause]:');
    collect(value as Fields, lines, depth + 1);
  }
}

const PROSE = new Set([
  'message',
  'msg',
  'stack',
  'stacktrace',
  'stackTrace',
  'exception',
  '@message',
  'log',
]);
