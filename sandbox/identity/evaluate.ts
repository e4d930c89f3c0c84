import type { Principal, Request, Statement } from '../operation.ts';
import type { Context } from './context.ts';
import { statementsOf } from './parse-policy.ts';
import type { Closeness } from './principal-element.ts';
import { applies, type Question, type Rule, rulesOf } from './rules.ts';

/** The kinds of policies a refusal names. */
export type Source = 'service control' | 'resource-based' | 'identity-based' | 'session';

/** What all policies together say: the statement that denied, or the kind of policy that did not allow. */
export type Decision =
  | { readonly outcome: 'allowed'; readonly by: readonly Rule[] }
  | { readonly outcome: 'denied'; readonly source: Source; readonly by: readonly Rule[] }
  | { readonly outcome: 'not-allowed'; readonly source: Source };

/** All policies there are to a request. */
export interface Policies {
  readonly principal: Principal;
  /** What the caller's account may do at most; undefined when nothing limits it. */
  readonly boundary: readonly Statement[] | undefined;
  readonly request: Request;
}

/**
 * Decides a request as IAM does: a Deny anywhere wins; the account's boundary must allow; then, within one
 * account, the resource's policy or the principal's own must allow, and across accounts both. What a
 * session's policy does not allow is refused, unless the resource's policy names the very session. A key's
 * policy is different: without its word, at least to the account as a whole, no other policy counts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
export function decide({ principal, boundary, request }: Policies, context: Context): Decision {
  const { action, resource, attached } = request;
  const question: Question = { action, resource, context };
  const limits = boundary && opinionOf(rulesOf(boundary), question);
  const own = opinionOf(rulesOf(principal.policy), question);
  const session = principal.session?.policy && opinionOf(rulesOf(principal.session.policy), question);
  const theirs = attached && opinionOf(rulesOf(policyOf(attached)), question, principal);

  // Which one a refusal names when several deny is not documented: the order of AWS's chart.
  for (const [source, opinion] of [
    ['service control', limits],
    ['resource-based', theirs],
    ['identity-based', own],
    ['session', session],
  ] as const) {
    if (opinion?.denies) return { outcome: 'denied', source, by: opinion.by };
  }
  if (limits && !limits.allows) return { outcome: 'not-allowed', source: 'service control' };

  const away = attached !== undefined && attached.account !== principal.account;
  const direct = theirs?.allows !== undefined && theirs.allows !== 'account';
  if (attached && (away || attached.kind !== 'resource') && !theirs?.allows) {
    return { outcome: 'not-allowed', source: 'resource-based' };
  }
  // A service has no account whose administrator could allow it anything.
  const enough = direct && (!away || principal.type === 'service');
  if (!enough && !own.allows) return { outcome: 'not-allowed', source: 'identity-based' };
  const named = enough && theirs?.allows === 'itself';
  if (session && !session.allows && !named) return { outcome: 'not-allowed', source: 'session' };
  return { outcome: 'allowed', by: [...(theirs?.by ?? []), ...own.by] };
}

/** What one kind of policy says. */
interface Opinion {
  readonly denies: boolean;
  /** How closely it names whom it allows. */
  readonly allows: Closeness | undefined;
  readonly by: readonly Rule[];
}

const RANK: Readonly<Record<Closeness, number>> = { account: 1, role: 2, itself: 3 };

function opinionOf(rules: readonly Rule[], question: Question, principal?: Principal): Opinion {
  let allows: Closeness | undefined;
  const by: Rule[] = [];
  for (const rule of rules) {
    const closeness = principal ? rule.names(principal) : 'itself';
    if (closeness === undefined || !applies(rule, question)) continue;
    if (rule.denies) return { denies: true, allows: undefined, by: [rule] };
    by.push(rule);
    if (allows === undefined || RANK[closeness] > RANK[allows]) allows = closeness;
  }
  return { denies: false, allows, by };
}

const NONE: readonly Statement[] = [];
const defaults = new Map<string, readonly Statement[]>();

function policyOf({ kind, account, policy }: NonNullable<Request['attached']>): readonly Statement[] {
  if (policy !== undefined) return statementsOf(policy, kind === 'trust' ? 'trust' : 'resource');
  return kind === 'key' ? defaultKeyPolicy(account) : NONE;
}

/**
 * The policy a key has unless it was given one: its account decides.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function defaultKeyPolicy(account: string): readonly Statement[] {
  const known = defaults.get(account);
  if (known) return known;
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  const made: readonly Statement[] = [{ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' }];
  defaults.set(account, made);
  return made;
}
