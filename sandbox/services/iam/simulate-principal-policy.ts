import { boundaryFor } from '../../identity/boundary.ts';
import { type Context, contextFor } from '../../identity/context.ts';
import { type Decision, decide } from '../../identity/evaluate.ts';
import type { Call, Json, Operation, Principal, Request } from '../../operation.ts';
import { readQuery } from '../../protocols/query-fields.ts';
import { list, required, structure, text } from '../secretsmanager/fields.ts';
import { sessionOf } from './entities.ts';
import { checkPolicy, noSuchEntity } from './errors.ts';
import { roleByArn, userByArn } from './find.ts';
import type { Holder } from './state.ts';

const shape = {
  PolicySourceArn: required(text({ min: 20, max: 2048 })),
  ActionNames: required(list(required(text({ min: 3, max: 128 })), { min: 1, max: 1000 })),
  ResourceArns: list(required(text({ min: 1, max: 2048 })), { min: 0, max: 1000 }),
  ResourcePolicy: text({ min: 1, max: 131_072 }),
  ContextEntries: list(
    structure({
      ContextKeyName: required(text({ min: 5, max: 256 })),
      ContextKeyValues: list(required(text({ max: 2048 })), { min: 0, max: 100 }),
    }),
    { min: 0, max: 100 },
  ),
};

/**
 * What a user's or role's policies would say of actions, without doing them. Condition keys of a request
 * are known only as far as the call gives them; those that policies asked for in vain are named.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export const simulatePrincipalPolicy: Operation = (input, call) => {
  const read = readQuery(input, shape);
  const arn = read.PolicySourceArn;
  call.authorize({ action: 'iam:SimulatePrincipalPolicy', resource: arn });
  if (read.ResourcePolicy !== undefined) checkPolicy(read.ResourcePolicy, 'resource');
  const { holder, principal } = sourceOf(call, arn);
  const given = (read.ContextEntries ?? []).map(
    ({ ContextKeyName, ContextKeyValues }) => [ContextKeyName, ContextKeyValues ?? []] as const,
  );
  const resources = read.ResourceArns?.length ? read.ResourceArns : ['*'];
  const results = read.ActionNames.flatMap((action) =>
    resources.map((resource) => {
      const attached = read.ResourcePolicy !== undefined && {
        attached: { kind: 'resource', account: holder.account, policy: read.ResourcePolicy } as const,
      };
      const request = { action, resource, ...attached };
      return simulate({ call, principal, holder, request, entries: Object.fromEntries(given) });
    }),
  );
  return { EvaluationResults: results, IsTruncated: false };
};

interface Simulation {
  readonly call: Call;
  readonly principal: Principal;
  readonly holder: Holder;
  readonly request: Request;
  readonly entries: Readonly<Record<string, readonly string[]>>;
}

function simulate({ call, principal, holder, request, entries }: Simulation): Json {
  const missing = new Set<string>();
  const { region, now, caller } = call;
  const known = contextFor({ principal, region, now, caller, context: entries });
  const names = new Set(Object.keys(entries).map((name) => name.toLowerCase()));
  const context: Context = {
    get(key) {
      const folded = key.toLowerCase();
      if (names.has(folded) || ABOUT_PRINCIPAL.test(folded)) return known.get(folded);
      missing.add(key);
      return undefined;
    },
  };
  const boundary = boundaryFor(call.state.iam, principal);
  const decision = decide({ principal, boundary, request }, context);
  return {
    EvalActionName: request.action,
    EvalResourceName: request.resource,
    EvalDecision: DECISIONS[decision.outcome],
    MatchedStatements: matched(decision, holder),
    MissingContextValues: [...missing],
  };
}

/** What the simulated principal itself decides; all else is of a request nobody has made. */
const ABOUT_PRINCIPAL =
  /^aws:(?:principal(?:arn|account|type|isawsservice)|principaltag\/.*|username|userid)$/;

const DECISIONS: Readonly<Record<Decision['outcome'], string>> = {
  allowed: 'allowed',
  denied: 'explicitDeny',
  'not-allowed': 'implicitDeny',
};

/** Names the policies that decided. How AWS numbers inline policies and where in them is not recorded. */
function matched(decision: Decision, holder: Holder): Json[] {
  const rules = decision.outcome === 'not-allowed' ? [] : decision.by;
  return rules.map(({ statement }) => {
    const own = [...holder.policies].find(([, { statements }]) => statements.includes(statement));
    return own
      ? { SourcePolicyId: own[0], SourcePolicyType: holder.arn.includes(':role/') ? 'role' : 'user' }
      : { SourcePolicyId: 'ResourcePolicy', SourcePolicyType: 'resource' };
  });
}

function sourceOf(call: Call, arn: string): { holder: Holder; principal: Principal } {
  const user = userByArn(call.state.iam, arn);
  if (user) return { holder: user, principal: user.principal };
  const role = roleByArn(call.state.iam, arn);
  if (role) return { holder: role, principal: sessionOf(role, { sessionName: 'simulation' }) };
  throw noSuchEntity(`The policy source ${arn}`);
}
