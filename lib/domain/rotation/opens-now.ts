import { STEPS } from '../triage/cause.ts';
import type { SecretVersion } from '../version.ts';
import type { RotationAttempt } from './attempt.ts';
import type { RotationKind } from './rotation-kind.ts';

/** What is known of a secret's rotations. */
export interface RotationsKnown {
  readonly kind: RotationKind;
  readonly versions: readonly SecretVersion[];
  /** Whether those without a label are among them. */
  readonly complete: boolean;
  /** The newest first. */
  readonly attempts: readonly RotationAttempt[];
  /** AWS's LastRotatedDate, which only a rotation that ended well moves; ISO. */
  readonly lastRotated?: string | undefined;
  /** Every failure since was read; ISO. Absent where all that CloudTrail keeps was read. */
  readonly failuresFrom?: string | undefined;
}

/** Whether what a version holds opens the service now, as far as rotations prove. */
export interface OpensNow {
  readonly verdict: 'works' | 'dead' | 'unknown';
  readonly because: /** A rotation made it, tested it and ended well; nothing has touched it since. */
    | 'tested'
    /** What has been tried since stopped before it changed anything at the service. */
    | 'untouched'
    /** What came since set the password of the other user. */
    | 'other-user'
    /** A later rotation ended well, and set another password for the same user. */
    | 'rotated-since'
    /** A later attempt set another password for the same user, and stopped before its version became current. */
    | 'set-and-stopped'
    /** It stopped while it set the password. */
    | 'stopped-at-set'
    /** It set the password, as it said, and could not sign in with it: which of the two is in force is open. */
    | 'stopped-at-test'
    /** It began before all that was read of failures: an earlier run of it may have come further. */
    | 'further-back'
    | 'running'
    /** A later rotation set a password; whose depends on the strategy. */
    | 'kind-unknown'
    /** The service or partner behind it tells nothing. */
    | 'by-service'
    /** No rotation is known that made it or came after it. */
    | 'not-rotated';
  /** When that happened, ISO. */
  readonly at?: string;
  /** The version that attempt was about. */
  readonly by?: string;
}

/**
 * Whether a version's password still opens what the secret is for. setSecret changes it there, before the labels move: so
 * how far an attempt came decides, and the strategy whose password it was.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function opensNow(version: string, known: RotationsKnown): OpensNow {
  const attempts = known.attempts.filter(({ test }) => !test);
  const made = attempts.find((attempt) => attempt.version === version);
  const since = [
    ...attempts.filter((attempt) => isSince(attempt, version, made, known)),
    ...unread(version, known),
  ];
  const set = since.find((attempt) => reachOf(attempt, known) === 'set');
  if (set) return afterSet(set, since, known.kind);
  const running = since.find((attempt) => reachOf(attempt, known) === 'running');
  if (running) return told('unknown', 'running', running);
  const stopped = since.find((attempt) => reachOf(attempt, known) === 'unsure');
  if (stopped) {
    if (known.kind === 'alternating') return told('works', 'other-user', stopped);
    if (known.kind === 'managed' || known.kind === 'external') return told('unknown', 'by-service', stopped);
    const isSingle = known.kind === 'single-user';
    // Where nothing that was read came as far as setSecret, only what was not read can have.
    if (isCutOff(stopped, known) && (isSingle || stoppedEarly(stopped))) {
      return told('unknown', 'further-back', stopped);
    }
    if (!isSingle) return told('unknown', 'kind-unknown', stopped);
    const tested = stopped.failures.some(({ step }) => step === 'testSecret');
    return told('unknown', tested ? 'stopped-at-test' : 'stopped-at-set', stopped);
  }
  if (made?.outcome === 'succeeded') return { verdict: 'works', because: 'tested', at: made.last };
  if (made) return told('unknown', made.outcome === 'running' ? 'running' : 'not-rotated', made);
  const [last] = since;
  return last ? told('unknown', 'untouched', last) : { verdict: 'unknown', because: 'not-rotated' };
}

function isSince(
  attempt: RotationAttempt,
  version: string,
  made: RotationAttempt | undefined,
  { versions }: RotationsKnown,
): boolean {
  if (attempt.version === version) return false;
  const from = made?.last ?? versions.find(({ id }) => id === version)?.created;
  return from === undefined || Date.parse(attempt.last) > Date.parse(from);
}

/** The last rotation that ended well, where the events of it were not read: it made the newest version before it. */
function unread(
  version: string,
  { versions, complete, attempts, lastRotated }: RotationsKnown,
): RotationAttempt[] {
  if (lastRotated === undefined || !complete) return [];
  const maker = versions
    .filter(({ created }) => created !== undefined && created <= lastRotated)
    .toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? 1 : -1))[0];
  const own = versions.find(({ id }) => id === version)?.created;
  const isKnown = attempts.some(({ version: one, outcome }) => one === maker?.id && outcome === 'succeeded');
  if (!maker || maker.id === version || isKnown || own === undefined || own > lastRotated) return [];
  return [{ arn: '', version: maker.id, test: false, last: lastRotated, outcome: 'succeeded', failures: [] }];
}

type Reach = 'set' | 'unsure' | 'running' | 'nothing';

/**
 * How far an attempt came: whether the password at the service is another one by it. Only a test that went well proves
 * that; where testSecret fails, what setSecret said it did may not have taken effect.
 */
function reachOf(attempt: RotationAttempt, known: RotationsKnown): Reach {
  const { outcome, failures } = attempt;
  if (outcome === 'succeeded') return 'set';
  if (failures.some(({ step }) => step === 'finishSecret')) return 'set';
  if (outcome === 'running') return 'running';
  // AWS repeats all steps: a run that was not read may have set the password before one that came less far.
  return stoppedEarly(attempt) && !isCutOff(attempt, known) ? 'nothing' : 'unsure';
}

const stoppedEarly = ({ failures }: RotationAttempt) =>
  failures.length > 0 && failures.every(({ step }) => step === STEPS[0] || step === 'invoke');

const isCutOff = ({ began }: RotationAttempt, { failuresFrom }: RotationsKnown) =>
  failuresFrom !== undefined && (began === undefined || Date.parse(began) < Date.parse(failuresFrom));

function afterSet(set: RotationAttempt, since: readonly RotationAttempt[], kind: RotationKind): OpensNow {
  const ended = since.filter(({ outcome }) => outcome === 'succeeded');
  switch (kind) {
    case 'single-user':
      return told('dead', set.outcome === 'succeeded' ? 'rotated-since' : 'set-and-stopped', set);
    case 'alternating':
      // The users take turns: the second rotation after it set its own user's password.
      return ended.length > 1 ? told('dead', 'rotated-since', set) : told('works', 'other-user', set);
    case 'function':
    case 'none':
      return told('unknown', 'kind-unknown', set);
    default:
      return told('unknown', 'by-service', set);
  }
}

function told(
  verdict: OpensNow['verdict'],
  because: OpensNow['because'],
  { failures, last, version }: RotationAttempt,
): OpensNow {
  const at = failures.at(-1)?.at ?? last;
  return { verdict, because, at, ...(version === undefined ? {} : { by: version }) };
}
