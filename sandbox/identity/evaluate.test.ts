import { describe, expect, test } from 'vitest';
import type { Principal, Request, Statement } from '../operation.ts';
import { contextOf } from './context.ts';
import { decide } from './evaluate.ts';

const HOME = '441200879921';
const AWAY = '602733145908';
const ARN = `arn:aws:secretsmanager:us-east-1:${HOME}:secret:prod/db-AbCdEf`;
const ACTION = 'secretsmanager:GetSecretValue';

const allow: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const deny: Statement = { Effect: 'Deny', Action: '*', Resource: '*' };
const user = (policy: Statement[] = [], account = HOME): Principal => ({
  type: 'user',
  account,
  name: 'u',
  arn: `arn:aws:iam::${account}:user/u`,
  userId: 'AIDAU',
  policy,
});
const session = (policy: Statement[] = [], limit?: Statement[], account = HOME): Principal => ({
  type: 'assumed-role',
  account,
  name: 'R/s',
  arn: `arn:aws:sts::${account}:assumed-role/R/s`,
  userId: 'AROAR:s',
  policy,
  session: {
    roleName: 'R',
    roleArn: `arn:aws:iam::${account}:role/R`,
    roleId: 'AROAR',
    sessionName: 's',
    ...(limit && { policy: limit }),
  },
});
const rds: Principal = {
  type: 'service',
  account: HOME,
  name: 'rds.amazonaws.com',
  arn: 'rds.amazonaws.com',
  userId: 'rds.amazonaws.com',
  policy: [],
};

const to = (AWS: string | string[], more: Partial<Statement> = {}): Statement => ({
  ...allow,
  Principal: AWS === '*' ? '*' : { AWS },
  ...more,
});
type Hung = { kind: 'resource' | 'key'; statements?: Statement[]; boundary?: Statement[] };

function verdict(principal: Principal, { kind, statements, boundary }: Hung): string {
  const policy = statements && JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const request: Request = { action: ACTION, resource: ARN, attached: { kind, account: HOME, policy } };
  const decision = decide({ principal, boundary, request }, contextOf({}));
  return decision.outcome === 'allowed' ? 'allowed' : `${decision.outcome}: ${decision.source}`;
}

const resource = (...statements: Statement[]): Hung => ({ kind: 'resource', statements });
const key = (...statements: Statement[]): Hung => ({ kind: 'key', statements });
const within = (boundary: Statement[], hung: Hung = resource()): Hung => ({ ...hung, boundary });
const root = (account: string) => `arn:aws:iam::${account}:root`;
const U = user().arn;
const R = `arn:aws:iam::${HOME}:role/R`;
const S = session().arn;

type Case = [what: string, principal: Principal, hung: Hung, verdict: string];

describe('in one account', () => {
  test.each<Case>([
    ['nothing', user(), resource(), 'not-allowed: identity-based'],
    ['the own policy', user([allow]), resource(), 'allowed'],
    ["the resource's policy alone", user(), resource(to(U)), 'allowed'],
    ["the resource's policy to everybody", user(), resource(to('*')), 'allowed'],
    ["the resource's policy to the account", user(), resource(to(HOME)), 'not-allowed: identity-based'],
    ["the resource's policy to another", user(), resource(to(`${U}2`)), 'not-allowed: identity-based'],
    ['a deny of the own', user([allow, deny]), resource(to(U)), 'denied: identity-based'],
    ["a deny of the resource's", user([allow]), resource({ ...to(U), ...deny }), 'denied: resource-based'],
    [
      'a deny to the account',
      user([allow]),
      resource({ ...to(root(HOME)), Effect: 'Deny' }),
      'denied: resource-based',
    ],
    ['a deny to another account', user([allow]), resource({ ...to(AWAY), Effect: 'Deny' }), 'allowed'],
    [
      'a deny to all but them',
      user([allow]),
      resource({ ...deny, NotPrincipal: { AWS: [U, root(HOME)] } }),
      'allowed',
    ],
    [
      'a deny to all but another',
      user([allow]),
      resource({ ...deny, NotPrincipal: { AWS: `${U}2` } }),
      'denied: resource-based',
    ],
    ['a service by name', rds, resource({ ...allow, Principal: { Service: rds.name } }), 'allowed'],
    ['a service nobody named', rds, resource(to('*')), 'not-allowed: identity-based'],
    [
      'everything but this action',
      user([{ Effect: 'Allow', NotAction: ACTION, Resource: '*' }]),
      resource(),
      'not-allowed: identity-based',
    ],
  ])('%s', (_, principal, hung, expected) => expect(verdict(principal, hung)).toBe(expected));
});

describe('a session', () => {
  const others: Statement = { ...allow, Action: 'kms:*' };
  test.each<Case>([
    ['of a role that may', session([allow]), resource(), 'allowed'],
    ['of a role the resource names', session(), resource(to(R)), 'allowed'],
    ['the resource names', session(), resource(to(S)), 'allowed'],
    ['of another role', session(), resource(to(`${R}2`)), 'not-allowed: identity-based'],
    ['limited to it', session([allow], [allow]), resource(), 'allowed'],
    ['limited to less', session([allow], [others]), resource(), 'not-allowed: session'],
    ['limited, of a role the resource names', session([], [others]), resource(to(R)), 'not-allowed: session'],
    ['limited, but named itself', session([], [others]), resource(to(S)), 'allowed'],
    ['that denies itself', session([allow], [deny]), resource(to(S)), 'denied: session'],
    ['cannot exceed its role', session([], [allow]), resource(), 'not-allowed: identity-based'],
  ])('%s', (_, principal, hung, expected) => expect(verdict(principal, hung)).toBe(expected));
});

describe('across accounts', () => {
  test.each<Case>([
    ['only the own policy', user([allow], AWAY), resource(), 'not-allowed: resource-based'],
    ['only the resource', user([], AWAY), resource(to(AWAY)), 'not-allowed: identity-based'],
    ['both', user([allow], AWAY), resource(to(user([], AWAY).arn)), 'allowed'],
    ['both, to the account', user([allow], AWAY), resource(to(root(AWAY))), 'allowed'],
    [
      'a service of AWS',
      { ...rds, account: AWAY },
      resource({ ...allow, Principal: { Service: rds.name } }),
      'allowed',
    ],
    [
      'a limited session',
      session([allow], [{ ...allow, Action: 'kms:*' }], AWAY),
      resource(to(AWAY)),
      'not-allowed: session',
    ],
  ])('%s', (_, principal, hung, expected) => expect(verdict(principal, hung)).toBe(expected));
});

describe('a key', () => {
  const ours = { kind: 'key' } as const;
  test.each<Case>([
    ['with the default policy, by the own policy', user([{ ...allow }]), key(to(root(HOME))), 'allowed'],
    ['with the default policy, without the own', user(), key(to(root(HOME))), 'not-allowed: identity-based'],
    ['that names the user alone', user(), key(to(U)), 'allowed'],
    ['that names another', user([allow]), key(to(`${U}2`)), 'not-allowed: resource-based'],
    ['with no statement', user([allow]), key(), 'not-allowed: resource-based'],
    ['of another account', user([allow], AWAY), ours, 'not-allowed: resource-based'],
    ['whose default policy speaks of KMS alone', user([allow]), ours, 'not-allowed: resource-based'],
  ])('%s', (_, principal, hung, expected) => expect(verdict(principal, hung)).toBe(expected));

  test('without a policy of its own is left to its account', () => {
    const principal = user([allow]);
    const request: Request = {
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:us-east-1:${HOME}:key/k`,
      attached: { kind: 'key', account: HOME, policy: undefined },
    };
    expect(decide({ principal, boundary: undefined, request }, contextOf({})).outcome).toBe('allowed');
  });
});

describe("the account's boundary", () => {
  const onlyKms: Statement = { ...allow, Action: 'kms:*' };
  test.each<Case>([
    ['allows', user([allow]), within([allow]), 'allowed'],
    ['allows other things', user([allow]), within([onlyKms]), 'not-allowed: service control'],
    ['allows, but nobody else', user(), within([allow]), 'not-allowed: identity-based'],
    ['denies', user([allow]), within([allow, deny], resource(to(U))), 'denied: service control'],
  ])('%s', (_, principal, hung, expected) => expect(verdict(principal, hung)).toBe(expected));
});
