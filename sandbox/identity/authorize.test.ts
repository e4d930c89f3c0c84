import { expect, test } from 'vitest';
import type { Request } from '../operation.ts';
import { createState } from '../state.ts';
import { authorize } from './authorize.ts';
import { type OperatorName, operatorsIn } from './operators.ts';

const principals = operatorsIn(createState({ replicationMs: 0 }).iam);

const secret = (name: string, region = 'us-east-1') =>
  `arn:aws:secretsmanager:${region}:441200879921:secret:${name}-AbCdEf`;

function refusal(name: OperatorName, request: Request, region = 'us-east-1'): string | undefined {
  try {
    const caller = { sourceIp: '127.0.0.1', userAgent: 'test' };
    const now = new Date('2026-11-19T12:00:00Z');
    authorize({ principal: principals[name], region, now, caller, boundary: undefined }, 'awsJson', request);
    return undefined;
  } catch (cause) {
    expect(cause).toMatchObject({ code: 'AccessDeniedException', status: 400 });
    return (cause as Error).message;
  }
}

const move = (name: string) => ({
  action: 'secretsmanager:UpdateSecretVersionStage',
  resource: secret(name),
});
const reveal = { action: 'secretsmanager:GetSecretValue', resource: secret('prod/db') };
const inventory = { action: 'secretsmanager:ListSecrets', resource: '*' };

test('riley may do everything', () => {
  expect(refusal('riley', move('prod/db'))).toBeUndefined();
  expect(refusal('riley', reveal, 'ap-southeast-2')).toBeUndefined();
});

test('dana moves labels and rotates under prod/* and there alone, and reads no values', () => {
  expect(refusal('dana', inventory)).toBeUndefined();
  expect(refusal('dana', move('prod/db'))).toBeUndefined();
  expect(refusal('dana', { ...move('prod/db'), action: 'secretsmanager:RotateSecret' })).toBeUndefined();
  const missing = (action: string, name: string) =>
    'User: arn:aws:iam::441200879921:user/dana is not authorized to perform: ' +
    `${action} on resource: ${secret(name)} because no identity-based policy allows the ${action} action`;
  expect(refusal('dana', move('staging/db'))).toBe(
    missing('secretsmanager:UpdateSecretVersionStage', 'staging/db'),
  );
  expect(refusal('dana', reveal)).toBe(missing('secretsmanager:GetSecretValue', 'prod/db'));
});

test('sam sees metadata, no values', () => {
  expect(refusal('sam', inventory)).toBeUndefined();
  expect(refusal('sam', { ...reveal, shown: 'prod/db' })).toBe(
    'User: arn:aws:iam::441200879921:user/sam is not authorized to perform: secretsmanager:GetSecretValue ' +
      'on resource: prod/db because no identity-based policy allows the secretsmanager:GetSecretValue action',
  );
});

test('noor is denied in ap-southeast-2 alone', () => {
  expect(refusal('noor', inventory, 'eu-west-1')).toBeUndefined();
  expect(refusal('noor', inventory, 'ap-southeast-2')).toBe(
    'User: arn:aws:sts::441200879921:assumed-role/RegionLimited/noor is not authorized to perform: ' +
      'secretsmanager:ListSecrets with an explicit deny in an identity-based policy',
  );
});
