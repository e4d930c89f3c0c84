import type { Call, Json, Operation } from '../../operation.ts';
import { arnIn } from './arn.ts';
import { chooseKey, encrypt } from './encryption.ts';
import { alreadyExists, invalidRequest, limitExceeded } from './errors.ts';
import { flag, readInput, required, text } from './fields.ts';
import { secretNamed } from './lookup.ts';
import {
  clientRequestToken,
  description,
  kmsKeyId,
  replicaRegions,
  secretType,
  tags,
  tokenOf,
  valueIn,
  valueMembers,
} from './members.ts';
import { owningServiceOf } from './ownership.ts';
import { planReplicas, requireOtherRegions } from './replica-plan.ts';
import { wantedRegions } from './replica-regions.ts';
import { addReplicas, replicationStatus } from './replicas.ts';
import { contextOf, replicaContext, tagContext } from './request-context.ts';
import { requireName } from './secret-name.ts';
import { type Secret, type SecretValue, secretsIn } from './state.ts';
import { withTags } from './tagging.ts';
import { repeatedVersion, tokenInUse, withVersion } from './versions.ts';
import { present } from './wire.ts';

/** CreateSecret: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
export const createSecret: Operation = (input, call) => {
  const read = readInput(input, {
    Name: required(text({ min: 1, max: 512 })),
    ClientRequestToken: clientRequestToken,
    Description: description,
    KmsKeyId: kmsKeyId,
    ...valueMembers,
    Tags: tags,
    AddReplicaRegions: replicaRegions,
    ForceOverwriteReplicaSecret: flag(),
    Type: secretType,
  });
  const token = tokenOf(read.ClientRequestToken);
  requireName(read.Name);
  const regions = wantedRegions(read.AddReplicaRegions ?? []);
  const value = valueIn(read);
  // There is no ARN yet: policies are matched against the name without the six characters.
  call.authorize({
    action: 'secretsmanager:CreateSecret',
    resource: arnIn(call, read.Name),
    context: contextOf({
      'secretsmanager:Name': read.Name,
      'secretsmanager:Description': read.Description,
      'secretsmanager:KmsKeyId': read.KmsKeyId,
      'secretsmanager:Type': read.Type,
      ...replicaContext(read.AddReplicaRegions, read.ForceOverwriteReplicaSecret),
      ...tagContext(read.Tags),
    }),
  });

  const known = secretNamed(call, read.Name);
  if (known) return repeated(call, known, token, value);

  const now = call.now;
  const secrets = call.state.secretsManager;
  requireOtherRegions(regions, call.region);
  requireRoom(call);
  const arn = arnIn(call, `${read.Name}-${call.random.suffix(6)}`);
  const wanted = { arn, region: call.region, kmsKeyId: read.KmsKeyId };
  const key = read.KmsKeyId ? chooseKey(call, wanted) : undefined;
  const keys = value && encrypt(call, { ...wanted, kmsKeyId: key }, token);
  const made = value && keys && { id: token, createdDate: now, labels: [], keys, value };
  const secret: Secret = {
    account: call.principal.account,
    arn,
    name: read.Name,
    region: call.region,
    createdDate: now,
    sequence: secrets.nextSequence++,
    createToken: token,
    owningService: owningServiceOf(read.Name, call.principal),
    kmsKeyId: key,
    content: {
      description: read.Description || undefined,
      type: read.Type,
      tags: read.Tags && withTags([], read.Tags),
      versions: made ? withVersion(new Map(), made, []) : new Map(),
      policy: undefined,
      rotation: undefined,
      changedDate: now,
    },
    lastAccessedDate: undefined,
    versionsAccessed: new Map(),
    deletionDue: undefined,
    deletionForced: false,
    openRotation: undefined,
    replicas: new Map(),
    following: undefined,
  };
  const plans = planReplicas(call, secret, regions, read.ForceOverwriteReplicaSecret);
  secretsIn(secrets, call.principal.account, call.region).set(secret.name, secret);
  addReplicas(call, secret, plans);
  return reply(call, secret, made?.id);
};

const SECRETS_PER_REGION = 500_000;

/**
 * The quota of an account in a region, those that wait for their deletion included; the sentence is not recorded.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 */
function requireRoom({ state, principal, region }: Call): void {
  if (secretsIn(state.secretsManager, principal.account, region).size < SECRETS_PER_REGION) return;
  throw limitExceeded(`You can't have more than ${SECRETS_PER_REGION} secrets in a Region.`);
}

/** The same call again is answered as the first time; any other use of the name is refused. */
function repeated(call: Call, known: Secret, token: string, value: SecretValue | undefined): Json {
  if (known.deletionDue) {
    throw invalidRequest(
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    );
  }
  if (known.createToken !== token) {
    throw alreadyExists(`The operation failed because the secret ${known.name} already exists.`);
  }
  if (!value) {
    if (known.content.versions.has(token)) throw tokenInUse(known, token);
    return reply(call, known, undefined);
  }
  const version = repeatedVersion(call, known, token, value);
  if (!version) throw tokenInUse(known, token);
  return reply(call, known, version.id);
}

function reply(call: Call, secret: Secret, versionId: string | undefined): Json {
  return present({
    ARN: secret.arn,
    Name: secret.name,
    VersionId: versionId,
    ReplicationStatus: secret.replicas.size > 0 ? replicationStatus(call, secret) : undefined,
  });
}
