import { AwsError, type Call } from '../../operation.ts';
import { arnIn, parseArn } from './arn.ts';
import { invalidParameter, invalidRequest, markedForDeletion, noSuchSecret } from './errors.ts';
import { ownerOf } from './ownership.ts';
import { hasArrived, sendToReplicas, settle } from './replicas.ts';
import { type Content, type RegionSecrets, type Secret, secretsIn } from './state.ts';

/** The secret that has a name in the caller's region, also one that waits for its deletion. */
export function secretNamed(call: Call, name: string): Secret | undefined {
  const secrets = secretsIn(call.state.secretsManager, call.principal.account, call.region);
  const secret = secrets.get(name);
  return secret && asOfNow(call, secrets, secret);
}

/** Every secret of the caller's region that can be seen now, in order of creation. */
export function visibleSecrets(call: Call): Secret[] {
  const secrets = secretsIn(call.state.secretsManager, call.principal.account, call.region);
  const found: Secret[] = [];
  for (const secret of secrets.values()) {
    if (asOfNow(call, secrets, secret) && hasArrived(secret, call.now)) found.push(secret);
  }
  return found;
}

/** The secret with all that happened to it by itself since: copies arrived, recovery window over. */
function asOfNow(call: Call, secrets: RegionSecrets, secret: Secret): Secret | undefined {
  if (secret.deletionDue && secret.deletionDue <= call.now) {
    secrets.delete(secret.name);
    return undefined;
  }
  settle(secret, call.now);
  return secret;
}

/** Finds a secret by SecretId without asking IAM; for operations that have their own word for "none". */
export function findSecret(call: Call, secretId: string): Secret | undefined {
  const arn = parseArn(secretId);
  const secret = arn ? secretByArn(call, arn) : secretNamed(call, secretId);
  return secret && hasArrived(secret, call.now) ? secret : undefined;
}

/**
 * The secret an operation names, once IAM allows the operation on it. IAM is asked first, also about a
 * secret that does not exist: a caller limited to certain ARNs hears "access denied" instead.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html
 */
export function openSecret(call: Call, secretId: string, context: { [key: string]: string } = {}): Secret {
  requireOwnAccount(call, secretId);
  const secret = findSecret(call, secretId);
  authorizeOn(call, secret, secretId, context);
  if (!secret) throw noSuchSecret();
  return secret;
}

/** Asks IAM about the call's own operation on a secret, or on the name it would have. */
export function authorizeOn(
  call: Call,
  secret: Secret | undefined,
  secretId: string,
  context: { [key: string]: string } = {},
): void {
  const resource = secret?.arn ?? (parseArn(secretId) ? secretId : arnIn(call, secretId));
  const tags = (secret?.content.tags ?? []).map((tag) => [`aws:ResourceTag/${tag.Key}`, tag.Value]);
  call.authorize({
    action: `secretsmanager:${call.operation}`,
    resource,
    // AWS repeats the secret as the caller named it.
    shown: secretId,
    context: { ...Object.fromEntries(tags), ...context },
  });
}

/** The same, for a secret that must not wait for its deletion. */
export function openLive(call: Call, secretId: string, context: { [key: string]: string } = {}): Secret {
  const secret = openSecret(call, secretId, context);
  if (secret.deletionDue) throw markedForDeletion();
  return secret;
}

/** The same, for a change: it has to be made on the primary. */
export function openForChange(call: Call, secretId: string, context: { [key: string]: string } = {}): Secret {
  const secret = openLive(call, secretId, context);
  requirePrimary(secret);
  return secret;
}

/** The same, for a change of what the owning service keeps to itself: value, labels, description. */
export function openForOwnChange(
  call: Call,
  secretId: string,
  context: { [key: string]: string } = {},
): Secret {
  const secret = openForChange(call, secretId, context);
  requireOwner(call, secret);
  return secret;
}

/**
 * A replica only follows. The sentence is a recorded one (gruntwork-io/cloud-nuke issue 435).
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/standalone-secret.html
 */
export function requirePrimary(secret: Secret): void {
  if (secret.following) {
    throw invalidParameter(
      "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
    );
  }
}

/**
 * A managed secret is changed by its service alone.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/service-linked-secrets.html
 */
export function requireOwner(call: Call, secret: Secret): void {
  if (secret.owningService && ownerOf(call.principal) !== secret.owningService) {
    throw invalidRequest(
      'This secret is managed by an AWS service, and you must use that service to update it.',
    );
  }
}

/** Replaces part of a secret's content, dates the change, and sends it to the replicas. */
export function change(call: Call, secret: Secret, next: Partial<Content>): void {
  secret.content = { ...secret.content, ...next, changedDate: call.now };
  sendToReplicas(call, secret);
}

function secretByArn(call: Call, arn: { region: string; account: string; rest: string }): Secret | undefined {
  if (arn.region !== call.region) return undefined;
  const complete = secretNamed(call, arn.rest.slice(0, -7));
  if (complete?.arn.endsWith(`:secret:${arn.rest}`)) return complete;
  return secretNamed(call, arn.rest);
}

/**
 * Another account's secret needs a resource policy on top of the caller's own rights.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
function requireOwnAccount(call: Call, secretId: string): void {
  const arn = parseArn(secretId);
  if (!arn || arn.account === call.principal.account) return;
  const action = `secretsmanager:${call.operation}`;
  throw new AwsError(
    'AccessDeniedException',
    `User: ${call.principal.arn} is not authorized to perform: ${action} on resource: ${secretId} because no resource-based policy allows the ${action} action`,
  );
}
