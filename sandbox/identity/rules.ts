import type { Principal, Statement } from '../operation.ts';
import { type Condition, conditionOf } from './conditions.ts';
import { type Context, texts } from './context.ts';
import { anyOf, type Matcher } from './pattern.ts';
import { PolicyError } from './policy-error.ts';
import { type Closeness, closenessIn } from './principal-element.ts';

/** A statement made ready to be asked many times. */
export interface Rule {
  readonly denies: boolean;
  readonly statement: Statement;
  readonly action: Matcher;
  readonly resource: Matcher;
  readonly condition: Condition;
  /** How closely it names a principal; statements without a principal name everybody `itself`. */
  readonly names: (principal: Principal) => Closeness | undefined;
}

/** A question to a policy. */
export interface Question {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

/**
 * Compiles a statement; throws PolicyError when a condition of it cannot be understood. Actions are
 * compared without regard to case, resources with it:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function ruleOf(statement: Statement): Rule {
  const { Action, NotAction, Resource, NotResource } = statement;
  return {
    denies: statement.Effect === 'Deny',
    statement,
    action: chosen(Action, NotAction, (wanted) => anyOf(texts(wanted), { wildcards: true, anyCase: true })),
    resource: chosen(Resource, NotResource, (wanted) => anyOf(texts(wanted), { wildcards: true })),
    condition: conditionOf(statement.Condition),
    names: named(statement),
  };
}

/** Whether a rule speaks of the question, whoever asks. */
export function applies(rule: Rule, { action, resource, context }: Question): boolean {
  return rule.action(action, context) && rule.resource(resource, context) && rule.condition(context);
}

const known = new WeakMap<readonly Statement[], readonly Rule[]>();

/** The rules of a policy's statements, compiled once. A statement nobody can understand matches nothing. */
export function rulesOf(policy: readonly Statement[]): readonly Rule[] {
  const compiled = known.get(policy);
  if (compiled) return compiled;
  const rules = policy.flatMap((statement) => {
    try {
      return [ruleOf(statement)];
    } catch (cause) {
      if (cause instanceof PolicyError) return [];
      throw cause;
    }
  });
  known.set(policy, rules);
  return rules;
}

/** An element or its negation; a statement with neither speaks of all. */
function chosen<T>(
  element: T | undefined,
  negation: T | undefined,
  compile: (wanted: T) => Matcher,
): Matcher {
  if (element !== undefined) return compile(element);
  if (negation === undefined) return () => true;
  const matches = compile(negation);
  return (text, context) => !matches(text, context);
}

function named({ Principal, NotPrincipal }: Statement): Rule['names'] {
  if (Principal !== undefined) return closenessIn(Principal);
  if (NotPrincipal === undefined) return () => 'itself';
  const excepted = closenessIn(NotPrincipal);
  return (principal) => (excepted(principal) === undefined ? 'role' : undefined);
}
