import type { PrincipalElement, Statement, Texts } from '../operation.ts';
import { PolicyError } from './policy-error.ts';

/** What a policy hangs on: a user, role or session; a resource; a role as its trust policy. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

const MEMBERS: readonly string[] = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
] satisfies (keyof Statement)[];

/**
 * Answers what JSON gives as a statement, or throws PolicyError. The sentences are IAM's where they are
 * known from public reports: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html
 */
export function checkStatement(given: unknown, kind: PolicyKind): Statement {
  if (!isObject(given)) throw syntaxError();
  if (Object.keys(given).some((member) => !MEMBERS.includes(member))) throw syntaxError();
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = given;
  if (Sid !== undefined && typeof Sid !== 'string') throw syntaxError();
  if (Effect !== 'Allow' && Effect !== 'Deny') throw syntaxError();
  for (const action of requireOne(Action, NotAction, 'Policy statement must contain actions.')) {
    checkAction(action);
  }
  checkResources(Resource, NotResource, kind);
  checkPrincipals(Principal, NotPrincipal, kind);
  if (Condition !== undefined) checkCondition(Condition);
  return given as unknown as Statement;
}

function checkAction(action: string): void {
  if (action === '*') return;
  if (!action.includes(':')) {
    throw new PolicyError('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  }
  if (!/^[\w-]+:[\w*?]+$/.test(action)) throw new PolicyError(`Invalid Action: ${action}.`);
}

function checkResources(element: unknown, negation: unknown, kind: PolicyKind): void {
  if (kind === 'trust') {
    if (element !== undefined || negation !== undefined)
      throw new PolicyError('Has prohibited field Resource');
    return;
  }
  for (const resource of requireOne(element, negation, 'Policy statement must contain resources.')) {
    if (/^(?:\*|arn:|\$\{)/.test(resource)) continue;
    throw new PolicyError(`Resource ${resource} must be in ARN format or "*".`);
  }
}

function checkPrincipals(element: unknown, negation: unknown, kind: PolicyKind): void {
  if (kind === 'identity') {
    if (element === undefined && negation === undefined) return;
    throw new PolicyError('Policy document should not specify a principal.');
  }
  if ((element === undefined) === (negation === undefined)) {
    throw new PolicyError('Missing required field Principal');
  }
  if (!isPrincipal(element ?? negation)) throw new PolicyError('Invalid principal in policy.');
}

const KINDS: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function isPrincipal(element: unknown): element is PrincipalElement {
  if (element === '*') return true;
  if (!isObject(element)) return false;
  const entries = Object.entries(element);
  return entries.length > 0 && entries.every(([kind, names]) => KINDS.includes(kind) && isTexts(names));
}

function checkCondition(condition: unknown): void {
  if (!isObject(condition)) throw syntaxError();
  for (const keys of Object.values(condition)) {
    if (!isObject(keys)) throw syntaxError();
    for (const [key, values] of Object.entries(keys)) {
      if (key === '' || !isTexts(values)) throw syntaxError();
    }
  }
}

/** The texts of an element or of its negation; both or neither is an error. */
function requireOne(element: unknown, negation: unknown, sentence: string): readonly string[] {
  if ((element === undefined) === (negation === undefined)) throw new PolicyError(sentence);
  const given = element ?? negation;
  if (!isTexts(given)) throw syntaxError();
  const list = typeof given === 'string' ? [given] : given;
  if (list.length === 0) throw new PolicyError(sentence);
  return list;
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function syntaxError(): PolicyError {
  return new PolicyError('Syntax errors in policy.');
}
