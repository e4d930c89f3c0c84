import { type Cause, STEPS, type Step } from './cause.ts';
import type { Finding } from './clue.ts';
import type { TrailEvent } from './evidence.ts';
import type { Line } from './log/line.ts';
import type { Outcome } from './outcome.ts';
import { stepOf } from './step.ts';
import { stepOfEvent } from './trail.ts';

// The function's code had no part in these.
const BEFORE_CODE: ReadonlySet<Cause> = new Set([
  'lambda-missing',
  'lambda-not-invocable',
  'lambda-network-interface',
  'lambda-environment-undecryptable',
  'pending-stuck',
]);
const DID_NOT_LOAD =
  /Runtime\.(?:ImportModuleError|HandlerNotFound|UserCodeSyntaxError|MalformedHandlerName|InvalidEntrypoint|NoSuchHandler|InvalidWorkingDir|NodejsRuntimeError|ClassNotFound|BadFunctionCode)|Unable to import module|missing on module|Error loading (?:class|method)|Class not found: |exec format error|Extension\.(?:Crash|InitError|LaunchError)|Couldn't find valid bootstrap|GLIBC_\d|cannot load such file[^\n]{0,80}(?:handler|function)/;
// Where nothing tells the step, the one in which functions meet this cause first.
const USUAL: Partial<Record<Cause, Step>> = {
  'secrets-endpoint-unreachable': 'createSecret',
  'secrets-permission-denied': 'createSecret',
  'kms-permission-denied': 'createSecret',
  'kms-key-unavailable': 'createSecret',
  'secret-format-invalid': 'createSecret',
  'engine-mismatch': 'createSecret',
  'admin-secret-missing': 'createSecret',
  'username-too-long': 'createSecret',
  'rotation-not-enabled': 'createSecret',
  'stage-mismatch': 'createSecret',
  throttled: 'createSecret',
  'lambda-timeout': 'createSecret',
};

const OF_LAMBDA = /[Cc]oncurren|AWSLambda|Service: Lambda|operation error Lambda|when calling the Invoke\b/;

/** What is known of the place of a failure. */
export interface Place {
  readonly outcomes: readonly Outcome[];
  readonly failing: Outcome | undefined;
  readonly events: readonly TrailEvent[];
}

/** The step the evidence names: CloudTrail's word first, then the failing invocation's own. */
export function namedStep({ outcomes, failing, events }: Place, lines?: readonly Line[]): Step | undefined {
  const told = events.map(stepOfEvent).find(({ named }) => named)?.step;
  if (told) return told;
  if (!failing) return undefined;
  return stepOf(failing.invocation, lines) ?? stepByOrder(outcomes, failing);
}

/** The step a cause belongs to; `invoke` when none of the function's code ran. */
export function stepOfCause(place: Place, cause: Cause, best: Finding | undefined, source: string): Step {
  const { failing, events } = place;
  if (BEFORE_CODE.has(cause)) return 'invoke';
  if (source === 'state') return 'invoke';
  // Lambda itself was asked too often: the function was not started.
  if (cause === 'throttled' && best && OF_LAMBDA.test(best.line.text)) return 'invoke';
  if (failing && best && source === 'log' && didNotStart(failing, best)) return 'invoke';
  const named = namedStep(place, source === 'log' ? best?.block.lines : undefined);
  if (named) return named;
  const called = events.map(stepOfEvent).find(({ step }) => step)?.step;
  return called ?? USUAL[cause] ?? (failing || events.length > 0 ? 'setSecret' : 'invoke');
}

function didNotStart({ invocation, blocks }: Outcome, { block, cause }: Finding): boolean {
  const at = invocation.lines.indexOf(block.lines[0]!);
  if (at >= 0 && at < invocation.startup) return true;
  if (cause !== 'lambda-code-error') return false;
  if (invocation.init) return true;
  return blocks.some(
    ({ level, lines }) =>
      level !== 'info' && level !== 'debug' && lines.some(({ text }) => DID_NOT_LOAD.test(text)),
  );
}

/** The steps come one invocation each, in order: after a clean one that is named comes the next. */
function stepByOrder(outcomes: readonly Outcome[], failing: Outcome): Step | undefined {
  const before = outcomes.slice(0, outcomes.indexOf(failing)).reverse();
  const broken = before.findIndex(({ ending }) => ending !== 'clean');
  const row = broken < 0 ? before : before.slice(0, broken);
  for (const [back, { invocation }] of row.entries()) {
    const step = stepOf(invocation);
    if (step && step !== 'invoke') return STEPS[Math.min(STEPS.indexOf(step) + back + 1, STEPS.length - 1)];
  }
  return row.length > 0 && row.length < STEPS.length ? STEPS[row.length] : undefined;
}
