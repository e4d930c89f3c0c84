import type { Principal, Request } from '../operation.ts';
import { refuse } from '../protocols/refusals.ts';
import type { Protocol } from '../services/service.ts';
import { judge, type Verdict } from './policy.ts';

/** Who asks, where, and of a service that spells its refusals how. */
export interface Asker {
  readonly principal: Principal;
  readonly region: string;
  readonly protocol: Protocol;
}

/** What the caller's policy says of a request. */
export function verdictOn({ principal, region }: Omit<Asker, 'protocol'>, request: Request): Verdict {
  const { action, resource } = request;
  const context = { 'aws:RequestedRegion': region, ...request.context };
  return judge(principal.policy, { action, resource, context });
}

/**
 * Throws, in AWS's words, unless the caller's policy allows the action on the resource.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function authorize({ principal, region, protocol }: Asker, request: Request): void {
  const { action, resource } = request;
  const verdict = verdictOn({ principal, region }, request);
  if (verdict === 'allowed') return;
  const reason =
    verdict === 'explicitly-denied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  // An action that is not about one resource, such as ListSecrets, is refused without naming any.
  const shown = request.shown ?? resource;
  const on = shown === '*' ? '' : ` on resource: ${shown}`;
  const sentence = `User: ${principal.arn} is not authorized to perform: ${action}${on} ${reason}`;
  throw refuse(protocol, 'access-denied', sentence);
}
