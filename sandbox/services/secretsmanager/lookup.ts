import type { Call } from '../../operation.ts';
import { parseArn, partitionOf, type SecretArn } from './arn.ts';
import { hasArrived, settle } from './replicas.ts';
import { type Secret, secretsIn } from './state.ts';

/** The secret that has a name in the caller's account and region, also one that waits for its deletion. */
export function secretNamed(call: Call, name: string): Secret | undefined {
  return named(call, call.principal.account, name);
}

/** Every secret of the caller's account and region that can be seen now, in order of creation. */
export function visibleSecrets(call: Call): Secret[] {
  const found: Secret[] = [];
  for (const secret of secretsIn(call.state.secretsManager, call.principal.account, call.region).values()) {
    settle(secret, call.now);
    if (hasArrived(secret, call.now)) found.push(secret);
  }
  return found;
}

/**
 * The same as ListSecrets sees it, which may be minutes behind: a listing is kept until it is too old.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
 */
export function listedSecrets(call: Call): readonly Secret[] {
  const { listings, listingLagMs } = call.state.secretsManager;
  if (listingLagMs === 0) return visibleSecrets(call);
  const key = `${call.principal.account}/${call.region}`;
  const known = listings.get(key);
  if (known && call.now.getTime() - known.at.getTime() < listingLagMs) return known.secrets;
  // Copies: what a secret consists of is replaced at each change, never edited.
  const secrets = visibleSecrets(call).map((secret) => ({ ...secret, replicas: new Map(secret.replicas) }));
  listings.set(key, { at: call.now, secrets });
  return secrets;
}

/** Finds a secret by SecretId without asking IAM; for operations that have their own word for "none". */
export function findSecret(call: Call, secretId: string): Secret | undefined {
  const arn = parseArn(secretId);
  const secret = arn ? secretByArn(call, arn) : secretNamed(call, secretId);
  return secret && hasArrived(secret, call.now) ? secret : undefined;
}

/**
 * Another account's secret is found by its full ARN only.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
function secretByArn(call: Call, { partition, region, account, rest }: SecretArn): Secret | undefined {
  if (region !== call.region || partition !== partitionOf(region)) return undefined;
  const complete = named(call, account, rest.slice(0, -7));
  if (complete?.arn.endsWith(`:secret:${rest}`)) return complete;
  return account === call.principal.account && !looksComplete(rest) ? named(call, account, rest) : undefined;
}

/**
 * A name that ends like an ARN cannot be found by a partial one: AWS takes its end for the six characters
 * (recorded for `…-a1b2c3`). Where the end is a plain word, such as `-secret`, the name is still looked up.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
function looksComplete(rest: string): boolean {
  return /-(?![a-z]{6}$)[A-Za-z0-9]{6}$/.test(rest);
}

function named(call: Call, account: string, name: string): Secret | undefined {
  const secret = secretsIn(call.state.secretsManager, account, call.region).get(name);
  if (secret) settle(secret, call.now);
  return secret;
}
