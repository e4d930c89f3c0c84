/** How grave a line says it is. */
export type Level = 'error' | 'warn' | 'info' | 'debug';

const NAMES: Readonly<Record<string, Level>> = {
  fatal: 'error',
  critical: 'error',
  crit: 'error',
  severe: 'error',
  error: 'error',
  err: 'error',
  fail: 'error',
  alert: 'error',
  emerg: 'error',
  panic: 'error',
  warning: 'warn',
  warn: 'warn',
  info: 'info',
  information: 'info',
  log: 'info',
  notice: 'info',
  debug: 'debug',
  dbug: 'debug',
  verbose: 'debug',
  trace: 'debug',
};

// Levels as loggers write them: at the start, in brackets, between tabs or bars, after a time, as `level=error`.
const WRITTEN =
  /^\W{0,2}(fatal|critical|crit|severe|error|fail|warning|warn|info|notice|debug|trace)(?::|\]|\t| {1,8}(?=\[|\S+ - |\d))|[[(|\t]\s{0,3}(fatal|critical|severe|error|warning|warn|info|debug|trace)\s{0,4}[\])|\t:]|\blevel["']?[=:] ?["']?(fatal|critical|severe|error|warning|warn|info|debug|trace)\b|^\S{8,40}[ \t](?:\S{4,40}[ \t])?(?:\[[^\]]{1,60}\] )?(fatal|critical|severe|error|fail|warning|warn|info|debug|trace)\b/i;

/** The level a line of text carries in its first 160 characters; undefined where it carries none. */
export function levelOfText(text: string): Level | undefined {
  const found = WRITTEN.exec(text.length > 160 ? text.slice(0, 160) : text);
  const name = found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4];
  return name === undefined ? undefined : NAMES[name.toLowerCase()];
}

/** The level a structured line gives: by name, or by the numbers of pino and bunyan. */
export function levelOfField(value: unknown): Level | undefined {
  if (typeof value === 'string') return NAMES[value.toLowerCase()];
  if (typeof value !== 'number') return undefined;
  if (value >= 50) return 'error';
  if (value >= 40) return 'warn';
  return value >= 30 ? 'info' : 'debug';
}
