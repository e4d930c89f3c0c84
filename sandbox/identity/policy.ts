import type { Statement } from '../operation.ts';

/** What a policy says of one action on one resource. */
export type Verdict = 'allowed' | 'explicitly-denied' | 'not-allowed';

/** A question to a policy. */
export interface Question {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request; their names are not case-sensitive, their values are. */
  readonly context: Readonly<Record<string, string>>;
}

/**
 * Judges an identity policy: any Deny wins, then any Allow, else nothing is allowed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function judge(policy: readonly Statement[], question: Question): Verdict {
  const applying = policy.filter((statement) => applies(statement, question));
  if (applying.some(({ Effect }) => Effect === 'Deny')) return 'explicitly-denied';
  return applying.length > 0 ? 'allowed' : 'not-allowed';
}

function applies(statement: Statement, { action, resource, context }: Question): boolean {
  return (
    // Actions are compared without regard to case, resources with it:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
    list(statement.Action).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase())) &&
    list(statement.Resource).some((pattern) => like(pattern, resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) => holds(operator, keys, context))
  );
}

/** All keys of an operator must hold, of a key's values any. */
function holds(
  operator: string,
  keys: Readonly<Record<string, string | readonly string[]>>,
  context: Readonly<Record<string, string>>,
): boolean {
  const test = operators[operator];
  if (!test) throw new Error(`The sandbox evaluates no condition operator ${operator}.`);
  const given = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(keys).every(([key, values]) => test(given.get(key.toLowerCase()), list(values)));
}

type Test = (given: string | undefined, values: readonly string[]) => boolean;

// A key the request does not carry fails a positive operator and passes a negated one:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
const operators: Readonly<Record<string, Test>> = {
  StringEquals: (given, values) => given !== undefined && values.includes(given),
  StringNotEquals: (given, values) => given === undefined || !values.includes(given),
  StringLike: (given, values) => given !== undefined && values.some((pattern) => like(pattern, given)),
};

function list(values: string | readonly string[]): readonly string[] {
  return typeof values === 'string' ? [values] : values;
}

/** IAM's wildcards: `*` is any text, also none and across `/` and `:`; `?` is exactly one character. */
function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}
