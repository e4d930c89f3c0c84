import 'server-only';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** How much a line matters; a console tells what matters at least as much as `KEYTURN_LOG` says. */
export type Level = (typeof LEVELS)[number];

/** What a line may say beside its event: words and numbers of ours, never what somebody sent. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one JSON line to standard error, if its level is told at all; the audit lines are apart, on standard output. */
export function log(level: Level, event: string, fields: LogFields = {}): void {
  if (LEVELS.indexOf(level) > LEVELS.indexOf(lowestTold())) return;
  process.stderr.write(`${JSON.stringify({ log: level, at: new Date().toISOString(), event, ...fields })}\n`);
}

/** `KEYTURN_LOG`; what is no level means `info`. */
function lowestTold(): Level {
  const named = process.env.KEYTURN_LOG?.toLowerCase();
  return LEVELS.find((level) => level === named) ?? 'info';
}
