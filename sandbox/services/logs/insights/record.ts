import { arnOf } from '../groups.ts';
import type { LogEvent, LogGroup, LogStream } from '../state.ts';
import type { Value } from './values.ts';

/** One event among the fields Insights sees in it, and those a query has made. */
export interface Row {
  get(field: string): Value;
}

/** An event and where it lies. */
export interface Source {
  readonly group: LogGroup;
  readonly stream: LogStream;
  readonly event: LogEvent;
}

/** What points at an event, so that GetLogRecord finds it again. */
export function pointerOf({ group, stream, event }: Source): string {
  const parts = [arnOf(group), stream.name, event.timestamp, event.sequence];
  return Buffer.from(JSON.stringify(parts)).toString('base64');
}

/**
 * The fields of an event: AWS's own, what it discovers in lines of Lambda, and JSON by dotted path.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html
 */
export function rowOf(source: Source): Row {
  let json: unknown;
  let parsed = false;
  return {
    get(field) {
      const known = systemField(source, field) ?? lambdaField(source.event.message, field);
      if (known !== undefined || field.startsWith('@')) return known;
      if (!parsed) json = documentIn(source.event.message);
      parsed = true;
      return scalar(at(json, field.split('.')));
    },
  };
}

/** Every field of an event that has a value, as GetLogRecord prints them; times in milliseconds. */
export function fieldsOf(source: Source): Record<string, string> {
  const { event, group, stream } = source;
  const fields: Record<string, string> = {
    '@timestamp': String(event.timestamp),
    '@ingestionTime': String(event.ingestionTime),
    '@message': event.message,
    '@log': logOf(group),
    '@logStream': stream.name,
    '@ptr': pointerOf(source),
  };
  for (const name of LAMBDA_FIELDS.keys()) {
    const value = lambdaField(event.message, name);
    if (value !== undefined) fields[name] = String(value);
  }
  collect(documentIn(event.message), '', fields);
  return fields;
}

const logOf = ({ account, name }: LogGroup) => `${account}:${name}`;

function systemField(source: Source, field: string): Value {
  const { event, group, stream } = source;
  switch (field) {
    case '@timestamp':
      return new Date(event.timestamp);
    case '@ingestionTime':
      return new Date(event.ingestionTime);
    case '@message':
      return event.message;
    case '@logStream':
      return stream.name;
    case '@log':
      return logOf(group);
    case '@ptr':
      return pointerOf(source);
    default:
      return undefined;
  }
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const MB = 1_000_000;

// A line of the platform starts with its type; a line of the application has the request id in a column.
const LAMBDA_FIELDS: ReadonlyMap<string, { readonly pattern: RegExp; readonly factor?: number }> = new Map([
  ['@type', { pattern: /^(START|END|REPORT)(?= RequestId: )/ }],
  [
    '@requestId',
    {
      pattern: new RegExp(
        `^(?:(?:START|END|REPORT) RequestId: |\\[\\w+\\]\\t\\S+\\t|\\S+Z[\\t ])(${UUID})(?![0-9a-f-])`,
      ),
    },
  ],
  ['@duration', { pattern: /^REPORT .*?\tDuration: ([\d.]+) ms/, factor: 1 }],
  ['@billedDuration', { pattern: /^REPORT .*?\tBilled Duration: ([\d.]+) ms/, factor: 1 }],
  ['@initDuration', { pattern: /^REPORT .*?\tInit Duration: ([\d.]+) ms/, factor: 1 }],
  ['@memorySize', { pattern: /^REPORT .*?\tMemory Size: (\d+) MB/, factor: MB }],
  ['@maxMemoryUsed', { pattern: /^REPORT .*?\tMax Memory Used: (\d+) MB/, factor: MB }],
]);

function lambdaField(message: string, name: string): Value {
  const field = LAMBDA_FIELDS.get(name);
  const found = field?.pattern.exec(message)?.[1];
  if (found === undefined) return undefined;
  return field?.factor === undefined ? found : Number(found) * field.factor;
}

/** The first JSON object in a message, also behind some text. */
function documentIn(message: string): unknown {
  const start = message.indexOf('{');
  const end = message.lastIndexOf('}');
  if (start === -1 || end < start) return undefined;
  try {
    return JSON.parse(message.slice(start, end + 1));
  } catch {
    return undefined;
  }
}

/** Keys may hold dots themselves, so every split is tried. */
function at(value: unknown, path: readonly string[]): unknown {
  if (path.length === 0) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (let length = 1; length <= path.length; length++) {
    const key = path.slice(0, length).join('.');
    if (!Object.hasOwn(value, key)) continue;
    const found = at((value as Record<string, unknown>)[key], path.slice(length));
    if (found !== undefined) return found;
  }
  return undefined;
}

function scalar(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number') return value;
  // Insights prints booleans as 1 and 0, and what has parts of its own as JSON.
  if (typeof value === 'boolean') return Number(value);
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}

function collect(value: unknown, path: string, into: Record<string, string>): void {
  if (typeof value !== 'object' || value === null) {
    const found = scalar(value);
    if (path !== '' && found !== undefined) into[path] = String(found);
    return;
  }
  for (const [key, item] of Object.entries(value)) collect(item, path === '' ? key : `${path}.${key}`, into);
}
