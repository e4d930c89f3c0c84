import { contextFor } from '../../identity/context.ts';
import { decide } from '../../identity/evaluate.ts';
import type { Principal } from '../../operation.ts';
import { functionByArn, type LambdaFunction, type LambdaState } from './state.ts';

const INVOKER: Omit<Principal, 'account'> = {
  type: 'service',
  name: 'secretsmanager.amazonaws.com',
  arn: 'secretsmanager.amazonaws.com',
  userId: 'secretsmanager.amazonaws.com',
  policy: [],
};

/**
 * The function Secrets Manager may invoke for a secret of an account: it exists, and its policy lets the service
 * in. Undefined otherwise.
 */
export function invocable(
  state: LambdaState,
  arn: string,
  { account, now }: { readonly account: string; readonly now: Date },
): LambdaFunction | undefined {
  const found = functionByArn(state, arn);
  if (!found?.policy) return undefined;
  const principal = { ...INVOKER, account };
  const request = {
    action: 'lambda:InvokeFunction',
    resource: found.arn,
    attached: {
      kind: 'resource',
      account: found.account,
      policy: policyText(found),
    },
  } as const;
  const caller = { sourceIp: principal.arn, userAgent: principal.arn };
  const context = contextFor({
    ...{ principal, region: found.region, now, caller },
    context: { 'aws:SourceAccount': account },
  });
  const decision = decide({ principal, boundary: undefined, request }, context);
  return decision.outcome === 'allowed' ? found : undefined;
}

/** A function's own policy as GetPolicy answers it; `{}` without statements is none. */
export function policyText({ policy }: LambdaFunction): string {
  return JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: policy });
}
