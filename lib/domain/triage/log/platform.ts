import type { Line } from './line.ts';
import type { Fields } from './structured.ts';

/**
 * What Lambda itself says about an invocation.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
 */
export type PlatformLine =
  | { readonly kind: 'start' | 'end' | 'aside' }
  | {
      readonly kind: 'init';
      /** The function did not come up. */
      readonly failed: boolean;
      readonly errorType?: string | undefined;
    }
  | ({ readonly kind: 'report' } & Report)
  | { readonly kind: 'timeout'; readonly seconds: number };

/** The end of an invocation as Lambda reports it; absent figures were not in the line. */
export interface Report {
  readonly durationMs?: number | undefined;
  readonly status?: string | undefined;
  readonly errorType?: string | undefined;
  /** All of its memory was in use. */
  readonly memoryFull: boolean;
}

const START = /(?:^|[\s|])START RequestId: /;
const END = /(?:^|[\s|])END RequestId: /;
const REPORT = /(?:^|[\s|])REPORT RequestId: /;
const INIT = /(?:^|[\s|])INIT_(?:START|REPORT|RUNTIME_DONE)\b/;
const ASIDE = /^(?:EXTENSION|TELEMETRY|LOGS|XRAY|RESTORE_START|RESTORE_REPORT)\b[\t ]/;
const TIMEOUT = /\bTask timed out after ([\d.]{1,12}) ?s/;

/** Reads a line of the platform, in text or JSON; undefined for every other line. */
export function platformOf({ raw, fields }: Line): PlatformLine | undefined {
  const type = fields?.type;
  if (typeof type === 'string' && type.startsWith('platform.')) return fromRecord(type, fields?.record);
  // Most lines are not the platform's: this is told without reading them closely.
  if (
    !/^[ETLXR]/.test(raw) &&
    !raw.includes('RequestId: ') &&
    !raw.includes('INIT_') &&
    !raw.includes('Task timed')
  )
    return undefined;
  const head = raw.length > 200 ? raw.slice(0, 200) : raw;
  if (START.test(head)) return { kind: 'start' };
  if (END.test(head)) return { kind: 'end' };
  if (REPORT.test(head)) return { kind: 'report', ...reportOf(raw) };
  if (ASIDE.test(head)) return { kind: 'aside' };
  if (INIT.test(head)) {
    const status = /Status: ?(\w{1,20})/.exec(raw)?.[1];
    const errorType = /Error Type: ?([\w.]{1,60})/.exec(raw)?.[1];
    return { kind: 'init', failed: status !== undefined && !isFine(status), errorType };
  }
  const seconds = TIMEOUT.exec(raw)?.[1];
  return seconds === undefined ? undefined : { kind: 'timeout', seconds: Number(seconds) };
}

/** Whether a status says that all went well. */
export const isFine = (status: string) => /^(?:success|succeeded|ok)$/i.test(status);

function reportOf(raw: string): Report {
  const size = /Memory Size: ?(\d{1,6}) ?MB/.exec(raw)?.[1];
  const used = /Max Memory Used: ?(\d{1,6}) ?MB/.exec(raw)?.[1];
  const duration = /(?:^|\s)Duration: ?([\d.]{1,16}) ?ms/.exec(raw)?.[1];
  return {
    durationMs: duration === undefined ? undefined : Number(duration),
    status: /\bStatus: ?(\w{1,20})/.exec(raw)?.[1],
    errorType: /Error Type: ?([\w.]{1,60})/.exec(raw)?.[1],
    memoryFull: size !== undefined && used !== undefined && Number(used) >= Number(size),
  };
}

function fromRecord(type: string, given: unknown): PlatformLine {
  const record: Fields = typeof given === 'object' && given !== null ? (given as Fields) : {};
  const status = typeof record.status === 'string' ? record.status : undefined;
  const errorType = typeof record.errorType === 'string' ? record.errorType : undefined;
  if (type === 'platform.start') return { kind: 'start' };
  if (type === 'platform.initReport' || type === 'platform.initRuntimeDone')
    return { kind: 'init', failed: status !== undefined && !isFine(status), errorType };
  if (type !== 'platform.report' && type !== 'platform.runtimeDone') return { kind: 'aside' };
  const metrics = (
    typeof record.metrics === 'object' && record.metrics !== null ? record.metrics : {}
  ) as Fields;
  const { durationMs, memorySizeMB, maxMemoryUsedMB } = metrics;
  return {
    kind: 'report',
    durationMs: typeof durationMs === 'number' ? durationMs : undefined,
    status,
    errorType,
    memoryFull:
      typeof memorySizeMB === 'number' &&
      typeof maxMemoryUsedMB === 'number' &&
      maxMemoryUsedMB >= memorySizeMB,
  };
}
