import { readFileSync } from 'node:fs';
import { type Evidence, evidenceFrom } from '../evidence.ts';

/** A case of a table: evidence, and what the diagnosis must say of it. */
export interface Case {
  readonly name: string;
  readonly cause: string | null;
  readonly step: string | null;
  readonly evidence: Evidence;
}

const fileText = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const unescaped = (text: string) => text.replaceAll('\\t', '\t');
const orNull = (word: string) => (word === '-' ? null : word);

/** The cases of a table of whole logs, each with its lines as entries of their own. */
export function logsIn(name: string): Case[] {
  return fileText(name)
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.trimEnd().split('\n');
      const [outcome = '', note = '', more = '{}'] = head.split(' | ');
      const [cause = '', step = ''] = outcome.trim().split(' ');
      const log = lines.map(unescaped);
      return {
        name: `${outcome}: ${note}`,
        cause: orNull(cause),
        step: orNull(step),
        evidence: evidenceFrom({ log, ...(JSON.parse(more) as object) }),
      };
    });
}

/** A message of a table, and the cause it stands under. */
export interface Message {
  readonly cause: string;
  readonly step: string;
  readonly text: string;
}

/** The messages of a table, in order. */
export function messagesIn(name: string): Message[] {
  return fileText(name)
    .split(/^## /m)
    .slice(1)
    .flatMap((part) => {
      const [head = '', ...lines] = part.trimEnd().split('\n');
      const [cause = '', step = ''] = head.trim().split(' ');
      return lines
        .filter((line) => line !== '' && !line.startsWith('# '))
        .map((line) => ({ cause, step, text: unescaped(line).replaceAll('\\n', '\n') }));
    });
}

const BEGINS =
  /^(?:\S+\|? )?(?:START|END|REPORT|INIT_|EXTENSION|TELEMETRY|\[|\{|RequestId:|\d{4}[-/]\d\d[-/]\d\d|NOTICE|\/var\/task)/;

/** The same log with the lines of one event in one entry, as CloudWatch Logs delivers it. */
export function asEvents(log: readonly string[]): string[] {
  const events: string[] = [];
  for (const line of log) {
    if (events.length === 0 || BEGINS.test(line)) events.push(line);
    else events.push(`${events.pop()}\n${line}`);
  }
  return events;
}
