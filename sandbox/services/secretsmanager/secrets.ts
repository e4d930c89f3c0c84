import type { Call, Request } from '../../operation.ts';
import { arnIn, parseArn } from './arn.ts';
import { invalidParameter, invalidRequest, markedForDeletion, noSuchSecret } from './errors.ts';
import { findSecret } from './lookup.ts';
import { ownerOf } from './ownership.ts';
import { primaryRegionOf, sendToReplicas } from './replicas.ts';
import { type ContextKeys, contextOf } from './request-context.ts';
import { planNextRotation } from './rotation-due.ts';
import { requireNameOrArn } from './secret-name.ts';
import type { Content, Secret } from './state.ts';

/** What these three say of an illegal name is not recorded; emulators do not find such a secret. */
const POLICY_CALLS: ReadonlySet<string> = new Set([
  'GetResourcePolicy',
  'PutResourcePolicy',
  'DeleteResourcePolicy',
]);

/**
 * The secret an operation names, once IAM allows the operation on it. IAM is asked first, also about a
 * secret that does not exist: a caller limited to certain ARNs hears "access denied" instead.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html
 */
export function openSecret(call: Call, secretId: string, context: ContextKeys = {}): Secret {
  if (!POLICY_CALLS.has(call.operation)) requireNameOrArn(secretId);
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
  context: ContextKeys = {},
): void {
  call.authorize(questionOn(call, secret, secretId, context));
}

/**
 * What IAM is asked about an operation on a secret; its own policy has a say too. The context keys:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
 */
export function questionOn(
  call: Call,
  secret: Secret | undefined,
  secretId: string,
  context: ContextKeys = {},
): Request {
  const arn = parseArn(secretId);
  const tags = secret?.content.tags ?? [];
  return {
    action: `secretsmanager:${call.operation}`,
    resource: secret?.arn ?? (arn ? secretId : arnIn(call, secretId)),
    // AWS repeats the secret as the caller named it.
    shown: secretId,
    context: contextOf({
      'secretsmanager:SecretId': secretId,
      'secretsmanager:SecretPrimaryRegion': secret && primaryRegionOf(secret),
      'secretsmanager:resource/AllowRotationLambdaArn': secret?.content.rotation?.RotationLambdaARN,
      'secretsmanager:resource/Type': secret?.content.type,
      ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:ResourceTag/${Key}`, Value])),
      ...Object.fromEntries(tags.map(({ Key, Value }) => [`secretsmanager:ResourceTag/${Key}`, Value])),
      ...context,
    }),
    attached: {
      kind: 'resource',
      account: secret?.account ?? arn?.account ?? call.principal.account,
      policy: secret?.content.policy,
    },
  };
}

/** The same, for a secret that must not wait for its deletion. */
export function openLive(call: Call, secretId: string, context: ContextKeys = {}): Secret {
  const secret = openSecret(call, secretId, context);
  if (secret.deletionDue) throw markedForDeletion();
  return secret;
}

/** The same, for a change: it has to be made on the primary. */
export function openForChange(call: Call, secretId: string, context: ContextKeys = {}): Secret {
  const secret = openLive(call, secretId, context);
  requirePrimary(secret);
  return secret;
}

/** The same, for a change of what the owning service keeps to itself: value, labels, description. */
export function openForOwnChange(call: Call, secretId: string, context: ContextKeys = {}): Secret {
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

/** Replaces part of a secret's content, dates the change, plans its rotation anew, and sends it to the replicas. */
export function change(call: Call, secret: Secret, next: Partial<Content>): void {
  const before = secret.content.rotation;
  secret.content = { ...secret.content, ...next, changedDate: call.now };
  if (secret.content.rotation !== before) planNextRotation(call.state, secret, call.now);
  sendToReplicas(call, secret);
}
