import type { Attempt } from '../attempt.ts';
import type { Cause } from '../cause.ts';
import type { Finding } from '../clue.ts';
import { hostKind } from '../hosts.ts';
import type { Block } from '../log/block.ts';
import type { Line } from '../log/line.ts';
import { tellsSuccess } from '../log/wording.ts';

// What a function says before it waits.
const ABOUT_TO_CONNECT =
  /\b(?:starting new|connecting|connect|opening|open|establishing|attempting|trying|acquiring|creating|getting|logging|log(?:in)?|dialing|ping(?:ing)?)\b[^\n]{0,80}/i;
const SECRETS_CALL =
  /\b(?:DescribeSecret|describe_secret|GetSecretValue|get_secret_value|PutSecretValue|put_secret_value|GetRandomPassword|get_random_password|UpdateSecretVersionStage|update_secret_version_stage)\b|\b(?:calling|contacting|querying|connecting to|asking) (?:AWS )?Secrets ?Manager|\b(?:describing|retrieving|fetching|getting|reading|loading|looking up|get|fetch|retrieve|read|describe|load|storing|saving|putting)\b[^\n]{0,40}\b(?:secrets?|secret value|AWSCURRENT|AWSPENDING|secret metadata|credentials from Secrets)\b/i;
const API_CALL =
  /\b(?:POST|PUT|GET|PATCH|DELETE) (?:https?:|\/)|https?:\/\/|\b(?:calling|requesting|invoking|posting|sending request)\b/i;
const STATEMENT =
  /\b(?:executing|running|ALTER USER|ALTER ROLE|SET PASSWORD|setting (?:the )?(?:new )?password|updating (?:the )?password|changing (?:the )?password)\b/i;
const CREDENTIALS_FOUND = /Found credentials in environment variables/;
const WAITING = /\b(?:wait(?:ing)?|sleep(?:ing)?|poll(?:ing)?|propagat\w+|backing off|generat\w+)\b/i;
// The console gives rotation functions 30 s; a limit below the templates' connect timeout shows no connect error.
const SHORT_SECONDS = 5.5;

/** What a timed-out invocation waited for, by its last words; the limit itself where nothing names it. */
export function silenceFindings(attempt: Attempt): Finding[] {
  const { invocation, timedOut, last } = attempt;
  if (!timedOut) return [];
  const end = invocation.timeout?.line ?? invocation.report?.line;
  if (!end) return [];
  const block: Block = { lines: [end], level: 'error', uncaught: true, trace: false, telling: true };
  const timed = /Task timed out after [\d.]{1,12} ?s\w{0,6}|Status: timeout|"status" ?: ?"timeout"/.exec(
    end.text,
  );
  const atEnd = {
    line: end,
    from: timed?.index ?? 0,
    to: (timed?.index ?? 0) + (timed?.[0].length ?? end.text.length),
    block,
  };
  const limit: Finding = {
    cause: 'lambda-timeout',
    weight: 34,
    says: 'The function ran into its time limit, and nothing names what it waited for',
    ...atEnd,
  };
  const said = lastWords(last);
  const words = said?.text;
  if (!said || !words) return [limit, ...bySilence(attempt, atEnd)];
  const found = (cause: Cause, weight: number, says: string): Finding[] => [
    {
      cause,
      weight,
      says,
      line: said,
      // Without the time and the id before it.
      from: said.text.length - said.said.trimStart().length,
      to: said.text.length,
      block: { ...block, lines: last?.lines ?? [said] },
    },
    limit,
  ];
  if (CREDENTIALS_FOUND.test(words)) {
    // Secrets Manager answered this function a moment ago, in an earlier step.
    if (attempt.step === 'setSecret' || attempt.step === 'testSecret')
      return found(
        'database-unreachable',
        44,
        'Nothing was logged after the start of a step that logs into the database',
      );
    return found(
      'secrets-endpoint-unreachable',
      60,
      'Nothing after the credentials were found: the endpoint of Secrets Manager did not answer',
    );
  }
  if (tellsSuccess(words)) return [limit];
  if (SECRETS_CALL.test(words))
    return found('secrets-endpoint-unreachable', 60, 'The last thing it did was to call Secrets Manager');
  if (WAITING.test(words)) return [limit];
  const kind = hostKind(words);
  if (ABOUT_TO_CONNECT.test(words) && kind === 'secrets-manager')
    return found('secrets-endpoint-unreachable', 60, 'The last thing it did was to call Secrets Manager');
  if (kind === 'http' || kind === 'aws-api') {
    if (API_CALL.test(words) || ABOUT_TO_CONNECT.test(words))
      return found(
        'target-api-rejected',
        52,
        'The last thing it did was to call the target, which did not answer',
      );
    return [limit];
  }
  if (ABOUT_TO_CONNECT.test(words) && (kind === 'database' || /\bhost\b|\bserver\b|\bcluster\b/i.test(words)))
    return found(
      'database-unreachable',
      58,
      'The last thing it did was to open a connection to the database',
    );
  if (STATEMENT.test(words))
    return found('lambda-timeout', 36, 'The statement at the database did not end in time');
  return [limit, ...bySilence(attempt, atEnd)];
}

// The event, and a bare word that a step begins, name nothing.
const EVENT = /ClientRequestToken|SecretId|\bevent\b/i;

/** The last line of an event that says more than what the function was given. */
function lastWords(block: Block | undefined): Line | undefined {
  return block?.lines.findLast(
    ({ text }) => text.trim() !== '' && (!EVENT.test(text) || /\b(?:calling|connecting)\b/i.test(text)),
  );
}

/** The same silence, weighed by the step and the limit. */
function bySilence(
  { step, evidence, invocation, durationMs }: Attempt,
  at: Pick<Finding, 'line' | 'from' | 'to' | 'block'>,
): Finding[] {
  const seconds = invocation.timeout?.seconds ?? (durationMs ?? 0) / 1000;
  const { vpc } = evidence.state;
  if (step === 'setSecret' || step === 'testSecret') {
    const known = vpc !== undefined || evidence.engine !== undefined;
    return [
      {
        cause: 'database-unreachable',
        weight: seconds > SHORT_SECONDS && known ? 40 : 28,
        says: 'The step logs into the database, and nothing answered until the time limit',
        ...at,
      },
    ];
  }
  return [
    {
      cause: 'secrets-endpoint-unreachable',
      weight: seconds > SHORT_SECONDS && vpc === true ? 40 : 28,
      says: 'The first thing a function does is to ask Secrets Manager, and nothing answered until the time limit',
      ...at,
    },
  ];
}
