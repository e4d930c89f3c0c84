import { expect, test } from 'vitest';
import { toActor } from './actor.ts';
import type { TrailIdentity } from './trail-record.ts';

const session = (role: string, name: string): TrailIdentity => ({
  type: 'AssumedRole',
  arn: `arn:aws:sts::123456789012:assumed-role/${role}/${name}`,
  role,
});

// identity, user agent, kind, name, via
test.each<[TrailIdentity, string, string, string, string | undefined]>([
  [{ type: 'IAMUser', userName: 'ops', arn: 'arn:aws:iam::1:user/ops' }, '', 'person', 'ops', undefined],
  [
    session('AWSReservedSSO_Operator_0123456789abcdef', 'jane@acme.example'),
    '',
    'person',
    'jane@acme.example',
    'Operator',
  ],
  [
    session('RotateDb', 'rotate-postgres'),
    'Boto3/1.40 exec-env/AWS_Lambda_python3.12',
    'function',
    'rotate-postgres',
    'RotateDb',
  ],
  [session('deploy', 'ci-42'), 'aws-cli/2.30', 'role', 'ci-42', 'deploy'],
  [{ type: 'Root', arn: 'arn:aws:iam::123456789012:root' }, '', 'root', 'root', undefined],
  [{ type: 'AWSAccount', account: '210987654321' }, '', 'account', '210987654321', undefined],
  [{ type: 'WebIdentityUser', userName: 'sub-1' }, '', 'person', 'sub-1', undefined],
  [{ type: 'AWSService', invokedBy: 'rds.amazonaws.com' }, '', 'service', 'rds.amazonaws.com', undefined],
  // Service events of Secrets Manager have no type.
  [{ invokedBy: 'secretsmanager.amazonaws.com' }, '', 'service', 'secretsmanager.amazonaws.com', undefined],
  [{}, '', 'unknown', 'unknown', undefined],
])('%j with %j', (identity, userAgent, kind, name, via) => {
  const actor = toActor(identity, userAgent);
  expect([actor.kind, actor.name, actor.via]).toEqual([kind, name, via]);
});
