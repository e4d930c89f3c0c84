import type { Level } from '../../functions/code.ts';
import type { Raised } from '../../functions/failure.ts';
import type { Json } from '../../operation.ts';
import type { LambdaFunction } from './state.ts';

// What Lambda and its runtimes write, as text and as JSON:
// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html

/** One invocation as its lines tell it. */
export interface Told {
  readonly fn: LambdaFunction;
  readonly language: 'python' | 'node';
  readonly requestId: string;
}

/** How an invocation has ended. */
export interface Ending {
  readonly status: 'success' | 'error' | 'timeout';
  readonly errorType?: string;
  readonly durationMs: number;
  readonly memoryMb: number;
  /** Where the code had to be started for it. */
  readonly initMs?: number | undefined;
}

const isJson = ({ fn }: Told) => fn.logging.logFormat === 'JSON';
const system = (at: Date, type: string, record: Json) =>
  JSON.stringify({ time: at.toISOString(), type, record });

/** The code is started in a new place. */
export function initLine(told: Told, at: Date): string {
  const { runtime, region } = told.fn;
  const [, name = runtime, version = ''] = /^([a-z]+)(\d+(?:\.\d+)?)/.exec(runtime) ?? [];
  const runtimeVersion = told.language === 'node' ? `nodejs:${version}.v38` : `${name}:${version}.v75`;
  const runtimeVersionArn = `arn:aws:lambda:${region}::runtime:${'7d1f3c'.repeat(10)}a91e`;
  if (!isJson(told)) {
    return `INIT_START Runtime Version: ${runtimeVersion}\tRuntime Version ARN: ${runtimeVersionArn}\n`;
  }
  return system(at, 'platform.initStart', {
    initializationType: 'on-demand',
    phase: 'init',
    runtimeVersion,
    runtimeVersionArn,
    functionName: told.fn.name,
    functionVersion: '$LATEST',
  });
}

/** An invocation begins. */
export function startLine(told: Told, at: Date): string {
  const { requestId } = told;
  if (!isJson(told)) return `START RequestId: ${requestId} Version: $LATEST\n`;
  return system(at, 'platform.start', { requestId, functionArn: told.fn.arn, version: '$LATEST' });
}

/** Something the code has to say. */
export function codeLine(told: Told, at: Date, level: Level, message: string, more: Json = {}): string {
  const { requestId, language } = told;
  const timestamp = at.toISOString();
  if (isJson(told)) {
    if (language === 'node') return JSON.stringify({ timestamp, level, requestId, message, ...more });
    const named = level === 'WARN' ? 'WARNING' : level;
    return JSON.stringify({ timestamp, level: named, message, logger: 'root', requestId });
  }
  if (language === 'python') {
    return `[${level === 'WARN' ? 'WARNING' : level}]\t${timestamp}\t${requestId}\t${message}\n`;
  }
  const rest = Object.keys(more).length > 0 ? ` ${JSON.stringify(more)}` : '';
  return `${timestamp}\t${requestId}\t${level}\t${message}${rest}\n`;
}

/** An exception nobody caught, as the runtime writes it: one event with its trace. */
export function raisedLine(told: Told, at: Date, { type, message, frames }: Raised): string {
  const { requestId, language } = told;
  const timestamp = at.toISOString();
  if (language === 'node') {
    const stackTrace = [`${type}: ${message}`, '    at Runtime.handler (file:///var/task/index.mjs:41:11)'];
    if (isJson(told)) {
      const failure = { errorType: type, errorMessage: message, stackTrace };
      return JSON.stringify({ timestamp, level: 'ERROR', requestId, message: failure });
    }
    const failure = { errorType: type, errorMessage: message, stack: stackTrace };
    return `${timestamp}\t${requestId}\tERROR\tInvoke Error \t${JSON.stringify(failure)}\n`;
  }
  const trace = frames.map(
    ([place, line]) => `  File "/var/task/lambda_function.py", line ${line}, in ${place}\n`,
  );
  if (isJson(told)) {
    const failure = { errorMessage: message, errorType: type, requestId, stackTrace: trace };
    return JSON.stringify({ timestamp, log_level: 'ERROR', ...failure });
  }
  const headline = message === '' ? type : `${type}: ${message}`;
  return `[ERROR] ${headline}\n${trace.length > 0 ? `Traceback (most recent call last):\n${trace.join('')}` : ''}`;
}

/** What the platform writes at the end. In JSON there is no END, and only an ending that is no success has its own line. */
export function endLines(told: Told, at: Date, ending: Ending): string[] {
  const { requestId, fn } = told;
  const { status, durationMs, memoryMb, initMs, errorType } = ending;
  if (isJson(told)) {
    const failed = status === 'success' ? {} : { status, ...(errorType === undefined ? {} : { errorType }) };
    const metrics = {
      durationMs: rounded(durationMs),
      billedDurationMs: Math.ceil(durationMs),
      memorySizeMB: fn.memorySize,
      maxMemoryUsedMB: memoryMb,
      ...(initMs === undefined ? {} : { initDurationMs: rounded(initMs) }),
    };
    const done = system(at, 'platform.runtimeDone', {
      ...{ requestId, ...failed },
      metrics: { durationMs: rounded(durationMs), producedBytes: 0 },
    });
    const report = system(at, 'platform.report', { requestId, metrics, status, ...failed });
    return status === 'success' ? [report] : [done, report];
  }
  const lines = [`END RequestId: ${requestId}\n`];
  if (status === 'timeout') {
    lines.unshift(`${at.toISOString()} ${requestId} Task timed out after ${fn.timeout}.03 seconds\n\n`);
  }
  const parts = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${durationMs.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(durationMs)} ms`,
    `Memory Size: ${fn.memorySize} MB`,
    `Max Memory Used: ${memoryMb} MB`,
    ...(initMs === undefined ? [] : [`Init Duration: ${initMs.toFixed(2)} ms`]),
    ...(status === 'timeout' ? ['Status: timeout'] : []),
    ...(status === 'error' && errorType !== undefined ? ['Status: error', `Error Type: ${errorType}`] : []),
  ];
  lines.push(`${parts.join('\t')}\n`);
  return lines;
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
