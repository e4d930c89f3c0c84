import { randomBytes } from 'node:crypto';
import { AwsError, type Call, type Json, type Principal } from '../../operation.ts';
import { readInput } from '../secretsmanager/fields.ts';
import { oidcError } from './oidc-errors.ts';
import type { Client } from './state.ts';

/** Whoever calls without a signature; no policy of AWS speaks of them. */
export function strangerNamed(name: string): Principal {
  const policy = [{ Effect: 'Allow', Action: '*', Resource: '*' }] as const;
  return { type: 'federated', account: '', name, arn: '', userId: '', policy };
}

/** Whether nothing is in the way of a call: only the control API can put something there. */
export function isOpen({ service, operation, allows }: Call): boolean {
  return allows({ action: `${service}:${operation}`, resource: '*' });
}

/** Reads a request of the OIDC service; whatever is wrong with it is an InvalidRequestException, unexplained. */
export function readRequest<S extends Parameters<typeof readInput>[1]>(
  call: Call,
  input: Json,
  shape: S,
): ReturnType<typeof readInput<S>> {
  if (!isOpen(call)) throw oidcError('AccessDeniedException');
  try {
    return readInput(input, shape);
  } catch (cause) {
    if (cause instanceof AwsError) throw oidcError('InvalidRequestException');
    throw cause;
  }
}

/** The client that proves itself by its secret and is still registered; else throws InvalidClientException. */
export function clientOf({ state, now }: Call, clientId: string, clientSecret: string): Client {
  const client = state.identityCenter.clients.get(clientId);
  if (client?.clientSecret === clientSecret && client.endsAt > now.getTime()) return client;
  throw oidcError('InvalidClientException');
}

/** Something nobody guesses. Not of the world's own source: that one is for identifiers. */
export function unguessable(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Forgets what has ended by an instant, so that nothing piles up in a sandbox that runs for weeks. */
export function forgetEnded(map: Map<string, { readonly endsAt: number }>, before: number): void {
  for (const [key, { endsAt }] of map) if (endsAt < before) map.delete(key);
}
