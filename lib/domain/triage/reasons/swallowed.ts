import type { Attempt } from '../attempt.ts';
import type { Finding } from '../clue.ts';

// The templates catch the driver's error and log only this. Wrong password and no way read the same; the connect
// timeout of 5 s tells them apart.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html#troubleshoot_rotation_setSecret
const SUMMARY =
  /Unable to (?:log ?in(?:to)?|sign in(?:to)?|connect to|authenticate (?:to|with)) (?:the )?(?:[\w ]{1,40}?)(?:using|with) [^\n]{0,60}(?:secret|credentials?)|Unable to (?:log ?in(?:to)?|establish) (?:a )?(?:the )?(?:database|DB)\b(?: connection)?|(?:could not|cannot|failed to|can't|unable to) (?:log ?in(?:to)?|sign in(?:to)?|authenticate)\b[^\n]{0,60}|\blogin failed\b|\b(?:login|log-in|sign-?in|authentication) (?:to|at|with|against) [^\n]{0,60}failed|none of the (?:stored )?credentials|no (?:working|valid) credentials/i;
const MASTER = /(?:master|admin|superuser) secret|(?:master|admin|superuser) (?:user|credentials)/i;
const CONNECT_TIMEOUT_MS = 5000;

/** The summary line of a function that swallowed the driver's error, read by how long the invocation took. */
export function swallowedFindings({ blocks, durationMs, timedOut }: Attempt): Finding[] {
  for (const block of blocks) {
    for (const line of block.lines) {
      const found = SUMMARY.exec(line.text);
      if (!found) continue;
      const at = { line, from: found.index, to: found.index + found[0].length, block };
      const slow = timedOut || (durationMs !== undefined && durationMs > CONNECT_TIMEOUT_MS);
      // The current user has just logged in at the same host, so the host can be reached.
      if (MASTER.test(line.text))
        return [
          { cause: 'database-login-rejected', weight: 64, says: 'The superuser could not log in', ...at },
        ];
      const took = durationMs === undefined ? '' : ` after ${Math.round(durationMs)} ms`;
      return [
        {
          cause: 'database-unreachable',
          weight: slow ? 62 : 30,
          says: `No login${took}: longer than the connect timeout of 5 s means that nothing answered`,
          ...at,
        },
        {
          cause: 'database-login-rejected',
          weight: slow ? 30 : durationMs === undefined ? 42 : 62,
          says: `No login${took}: so fast, the database answered and refused`,
          ...at,
        },
      ];
    }
  }
  return [];
}
