import type { Level } from './level.ts';

/** Whether a line is worth a look by the rules: most lines of a log are not. */
export const isSuspicious = (text: string, level?: Level): boolean =>
  level === 'error' ||
  level === 'warn' ||
  // A line that calls itself harmless must speak plainly of an error.
  (level === undefined ? ANY : PLAIN).test(text);

const PLAIN =
  /err|fail|exception|denied|refus|reject|tim(?:ed? ?|e)[ -]?out|unable|can(?:no|')t|could ?n|unauth|forbidden|expired|lost|abort|invalid|missing|throttl|not found|unreach|\b[45]\d\d\b/i;

const ANY =
  /err|fail|exception|den[iy]|refus|reject|tim(?:ed? ?|e)[ -]?out|unable|can(?:no|')t|could ?n|not |n't|invalid|missing|unauth|forbidden|expired|lock|abort|killed|unknown|unsupported|mismatch|exceed|throttl|too |illegal|unreach|NOAUTH|NOPERM|WRONGPASS|ORA-|SQL\d|panic|must |required|SQLSTATE|does no|no such|no route|closed|reset|lost|bad |pending|disabled|self[- ]signed|PKIX|x509|Unexpected|status\D{1,12}[45]\d\d|\b[45]\d\d\b|KeyError|violat|privilege|no pg_hba|memory|other than|supports only|only supports|UnknownIssuer|has no|no admin|expected|lacks|without|INVALID_|not_|_fail|shutting|starting up|recovery|EAI_AGAIN|NJS-|DPY-|is empty\b/i;
