import { key, type Need, other, type Right, secretsManager } from './need.ts';

const OTHER_KEYS = 'Works for secrets under aws/secretsmanager, not for those under another key';
const UNLESS_LAMBDA = 'Secrets that a function rotates are refused';
const PREFLIGHT = 'The review shows no labels to compare with';
const read = secretsManager('DescribeSecret', PREFLIGHT);
const versions = secretsManager('ListSecretVersionIds', PREFLIGHT);
// Secrets Manager decrypts and encrypts with the caller's rights, not for the key aws/secretsmanager:
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
const decrypt = key('Decrypt', OTHER_KEYS);
const generate = key('GenerateDataKey', OTHER_KEYS);
const encrypt = key('Encrypt', OTHER_KEYS);
const invoke = other('lambda:InvokeFunction', 'function', UNLESS_LAMBDA);

const act = (id: string, name: string, ...needs: readonly Need[]): Right => ({
  id,
  kind: 'act',
  name,
  needs,
});

/** What the console does when told to, with the IAM actions each takes. */
export const acts: readonly Right[] = [
  act('reveal', 'Reveal, copy or compare values', secretsManager('GetSecretValue'), decrypt),
  act('roll-back', 'Roll back, promote, undo', secretsManager('UpdateSecretVersionStage'), read, versions),
  act('labels', 'Add, move or remove a label', secretsManager('UpdateSecretVersionStage'), read, versions),
  act('put', 'Put a new value', secretsManager('PutSecretValue'), read, versions, generate, decrypt),
  act('password', 'Generate a password', secretsManager('GetRandomPassword')),
  act('describe', 'Edit the description', secretsManager('UpdateSecret'), read),
  act('tag', 'Add or replace a tag', secretsManager('TagResource'), read),
  act('untag', 'Remove a tag', secretsManager('UntagResource'), read),
  act('rotate', 'Rotate, test, or change the schedule', secretsManager('RotateSecret'), read, invoke),
  act('cancel', 'Cancel rotation', secretsManager('CancelRotateSecret'), read),
  act(
    'replicate',
    'Add, replace or retry a replica',
    secretsManager('ReplicateSecretToRegions'),
    read,
    ...[decrypt, generate, encrypt],
  ),
  act('unreplicate', 'Remove a replica', secretsManager('RemoveRegionsFromReplication'), read),
  act('promote', 'Promote a replica', secretsManager('StopReplicationToReplica'), read),
  act(
    'simulate',
    'Ask AWS what you may do',
    other('iam:SimulatePrincipalPolicy', 'principal'),
    other('iam:GetRole', 'principal', 'The ARN of a role that has a path has to be typed'),
  ),
];
