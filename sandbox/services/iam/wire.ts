import type { Json } from '../../operation.ts';
import type { Holder, Role, User } from './state.ts';

/** A user as IAM answers it. */
export function shownUser(user: User): Json {
  return { ...common(user), UserName: user.name, UserId: user.id };
}

/** A role as IAM answers it. */
export function shownRole(role: Role): Json {
  return {
    ...common(role),
    RoleName: role.name,
    RoleId: role.id,
    AssumeRolePolicyDocument: encoded(role.trust),
    ...(role.description !== undefined && { Description: role.description }),
    MaxSessionDuration: role.longest,
  };
}

/** Policies are answered percent-encoded, as RFC 3986 has it. */
export function encoded(json: string): string {
  return encodeURIComponent(json).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function common({ path, arn, created, tags }: Holder): Json {
  const Tags = [...tags].map(([Key, Value]) => ({ Key, Value }));
  return { Path: path, Arn: arn, CreateDate: created, ...(Tags.length > 0 && { Tags }) };
}
