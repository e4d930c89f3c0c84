import type { Request, Statement } from '../operation.ts';
import { refuse } from '../protocols/refusals.ts';
import type { Protocol } from '../services/service.ts';
import { type Circumstances, contextFor } from './context.ts';
import { type Decision, decide } from './evaluate.ts';

/** Who asks, from where and when, and what the caller's account may do at most. */
export interface Asker extends Omit<Circumstances, 'context'> {
  readonly boundary: readonly Statement[] | undefined;
}

/** What all policies together say of a request. */
export function decisionOn(asker: Asker, request: Request): Decision {
  const { principal, boundary } = asker;
  const about = request.context ? { ...asker, context: request.context } : asker;
  return decide({ principal, boundary, request }, contextFor(about));
}

/**
 * Throws, in AWS's words, unless the caller may do the action on the resource.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function authorize(asker: Asker, protocol: Protocol, request: Request): void {
  const decision = decisionOn(asker, request);
  if (decision.outcome === 'allowed') return;
  const { action, resource } = request;
  const policy = `${decision.source} policy`;
  const reason =
    decision.outcome === 'denied'
      ? `with an explicit deny in ${/^[aeiou]/.test(policy) ? 'an' : 'a'} ${policy}`
      : `because no ${policy} allows the ${action} action`;
  // An action that is not about one resource, such as ListSecrets, is refused without naming any.
  const shown = request.shown ?? resource;
  const on = shown === '*' ? '' : ` on resource: ${shown}`;
  const sentence = `User: ${asker.principal.arn} is not authorized to perform: ${action}${on} ${reason}`;
  throw refuse(protocol, 'access-denied', sentence);
}
