import { AwsError, type Call } from '../../operation.ts';
import type { ContextKeys } from './request-context.ts';
import { questionOn } from './secrets.ts';
import type { Content, Secret } from './state.ts';

/**
 * Refuses a change of tags or policy after which the caller could not make the same call again: AWS keeps
 * callers from locking themselves out. The refusal is documented, its sentence is not recorded.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html
 */
export function requireOwnAccess(
  call: Call,
  secret: Secret,
  next: Partial<Content>,
  { secretId, context }: { readonly secretId: string; readonly context: ContextKeys },
): void {
  if (keepsOwnAccess(call, secret, next, { secretId, context })) return;
  const action = `secretsmanager:${call.operation}`;
  throw new AwsError(
    'AccessDeniedException',
    `User: ${call.principal.arn} is not authorized to perform: ${action} on resource: ${secretId} because the change would remove the caller's own permissions`,
  );
}

/** Whether the caller may still do the same to the secret once it is changed so. */
export function keepsOwnAccess(
  call: Call,
  secret: Secret,
  next: Partial<Content>,
  { secretId, context }: { readonly secretId: string; readonly context: ContextKeys },
): boolean {
  const changed = { ...secret, content: { ...secret.content, ...next } };
  return call.allows(questionOn(call, changed, secretId, context));
}
