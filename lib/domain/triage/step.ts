import { STEPS, type Step } from './cause.ts';
import type { Invocation } from './log/invocation.ts';
import type { Line } from './log/line.ts';

const MENTION =
  /(?<![\w.:]secretsmanager:|calling the |secretsmanager[.:]|operation error Secrets Manager: )\b(create|set|test|finish)[_ -]?secret(?:Async|Step|Handler|Impl)?\b(?! (?:operation|command|request))/gi;
const EXPLICIT =
  /["']?\b(?:rotation[_ ]?)?step(?:[_ ]?name)?["']?\s?(?:[:=]{1,2}>?|is|was)?\s?["'`(]{0,2}(create|set|test|finish)(?:[_ -]?secret)?\b/i;
const CALLS: readonly [RegExp, Step][] = [
  [/\b(?:PutSecretValue|put_secret_value|GetRandomPassword|get_random_password)\b/, 'createSecret'],
  [/\b(?:UpdateSecretVersionStage|update_secret_version_stage)\b/, 'finishSecret'],
  [/\bwith (?:the )?pending (?:secret|credentials)\b/i, 'testSecret'],
  [/\b(?:ALTER USER|ALTER ROLE|ALTER LOGIN|SET PASSWORD|updateUser)\b/, 'setSecret'],
];

const stepNamed = (verb: string): Step => STEPS.find((step) => step.startsWith(verb.toLowerCase()))!;

/** The step a line says it is about, where it names exactly one. */
function mentionIn(text: string): Step | undefined {
  if (!/secret/i.test(text)) return undefined;
  const steps = new Set([...text.matchAll(MENTION)].map(([, verb]) => stepNamed(verb!)));
  return steps.size === 1 ? [...steps][0] : undefined;
}

const explicitIn = (text: string): Step | undefined => {
  const verb = /step/i.test(text) ? EXPLICIT.exec(text)?.[1] : undefined;
  return verb === undefined ? undefined : stepNamed(verb);
};

/** The step of a text that speaks for itself, such as a message of CloudTrail; undefined when it names none. */
export const stepInText = (text: string): Step | undefined => explicitIn(text) ?? mentionIn(text);

/**
 * The step an invocation was in, as its lines tell: the event it was given, then the functions in the trace of the
 * failure, then what was said last before it, then what was called.
 */
export function stepOf({ lines }: Invocation, failing?: readonly Line[]): Step | undefined {
  const { all: hints, explicit } = hintsOf(lines);
  const at = failing?.[0] ? lines.indexOf(failing[0]) : lines.length - 1;
  const cut = hints.findIndex(({ index }) => index > at);
  const before = (cut < 0 ? hints : hints.slice(0, cut)).toReversed();
  const after = cut < 0 ? [] : hints.slice(cut);
  const trace = (failing ?? []).map((line) => ({ text: line.text, index: at }));
  return (
    explicit.findLast(({ index }) => index <= at)?.step ??
    first(trace, ({ text }) => mentionIn(text)) ??
    first(before, ({ text }) => mentionIn(text)) ??
    explicit.find(({ index }) => index > at)?.step ??
    first(after, ({ text }) => mentionIn(text)) ??
    first([...trace, ...before], ({ text }) => CALLS.find(([sign]) => sign.test(text))?.[1])
  );
}

interface Hint {
  readonly text: string;
  readonly index: number;
}

/** The lines that may tell a step, and those that tell it in so many words. */
interface Hints {
  readonly all: readonly Hint[];
  readonly explicit: readonly { readonly step: Step; readonly index: number }[];
}

// Several candidates ask the same invocation.
const known = new WeakMap<readonly Line[], Hints>();
const HINT = /secret|step|ALTER |SET PASS|updateUser|with (?:the )?pending/i;

function hintsOf(lines: readonly Line[]): Hints {
  const before = known.get(lines);
  if (before) return before;
  const all = lines.flatMap(({ said: text }, index) => (HINT.test(text) ? [{ text, index }] : []));
  const explicit = all.flatMap(({ text, index }) => {
    const step = explicitIn(text);
    return step ? [{ step, index }] : [];
  });
  const hints = { all, explicit };
  known.set(lines, hints);
  return hints;
}

function first<T>(items: readonly T[], read: (item: T) => Step | undefined): Step | undefined {
  for (const item of items) {
    const step = read(item);
    if (step) return step;
  }
  return undefined;
}
