import { createSign, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { signRequest } from '../../sandbox/signature/sign-request.ts';

// In one file, though long: its calls are all made with the clients below.

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const AWAY = '602733145908';
const ROLE = `arn:aws:iam::${AWAY}:role/reader`;
const ISSUER = 'login.example/tenant';

const allow = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...statement } });

let sandbox: RunningSandbox;
let riley: Keys;
let admin: Keys;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

beforeAll(async () => {
  sandbox = await startSandbox();
  const operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as Keys[];
  riley = operators[0]!;
  admin = await assume(riley, { RoleArn: `arn:aws:iam::${AWAY}:role/OrganizationAccountAccessRole` });
  await iam('CreateRole', {
    RoleName: 'reader',
    AssumeRolePolicyDocument: allow({
      Principal: {
        AWS: [
          'arn:aws:iam::441200879921:user/riley',
          `arn:aws:iam::${AWAY}:role/OrganizationAccountAccessRole`,
        ],
      },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
      Condition: { StringEquals: { 'sts:ExternalId': 'ext-1' } },
    }),
    MaxSessionDuration: '7200',
  });
  await iam('PutRolePolicy', {
    RoleName: 'reader',
    PolicyName: 'read',
    PolicyDocument: allow({ Action: 'secretsmanager:*', Resource: '*' }),
  });
  await iam('CreateOpenIDConnectProvider', { Url: `https://${ISSUER}`, 'ClientIDList.member.1': 'console' });
  await iam('CreateRole', {
    RoleName: 'web',
    AssumeRolePolicyDocument: allow({
      Principal: { Federated: `arn:aws:iam::${AWAY}:oidc-provider/${ISSUER}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { [`${ISSUER}:aud`]: 'console' },
        StringLike: { [`${ISSUER}:sub`]: 'dev-*' },
      },
    }),
  });
  const keys = [
    { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'rsa' },
    { ...ec.publicKey.export({ format: 'jwk' }), kid: 'ec' },
  ];
  await fetch(`${sandbox.url}/_sandbox/jwks`, {
    method: 'POST',
    body: JSON.stringify({ issuer: `https://${ISSUER}`, keys }),
  });
});
afterAll(() => sandbox.close());

const config = (credentials: Keys) => ({
  endpoint: sandbox.url,
  region: 'us-east-1',
  maxAttempts: 1,
  credentials,
});
const sts = (credentials: Keys) => new STSClient(config(credentials));

async function assume(who: Keys, input: Partial<AssumeRoleCommandInput>): Promise<Keys> {
  const command = new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: 'session', ...input });
  const { Credentials } = await sts(who).send(command);
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
}

async function iam(Action: string, parameters: Record<string, string>): Promise<void> {
  const body = new URLSearchParams({ Action, Version: '2010-05-08', ...parameters }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const host = new URL(sandbox.url).host;
  const { host: _, ...headers } = await signRequest(admin, { service: 'iam', headers: type, body, host });
  const response = await fetch(sandbox.url, { method: 'POST', headers, body });
  expect(response.status, await response.text()).toBe(200);
}

describe('AssumeRole', () => {
  const external = { ExternalId: 'ext-1' };

  test('gives the session its name, its rights and its source identity', async () => {
    const command = new AssumeRoleCommand({
      ...{ RoleArn: ROLE, RoleSessionName: 'riley@work', SourceIdentity: 'riley', DurationSeconds: 900 },
      ...external,
    });
    const answer = await sts(riley).send(command);
    const arn = `arn:aws:sts::${AWAY}:assumed-role/reader/riley@work`;
    expect(answer).toMatchObject({ AssumedRoleUser: { Arn: arn }, SourceIdentity: 'riley' });
    const left = (answer.Credentials?.Expiration?.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(800_000);
    expect(left).toBeLessThanOrEqual(900_000);
    const keys = await assume(riley, external);
    expect((await sts(keys).send(new GetCallerIdentityCommand({}))).Account).toBe(AWAY);
    const secrets = new SecretsManagerClient(config(keys));
    expect((await secrets.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
  });

  test('a session policy limits', async () => {
    const Statement = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    const keys = await assume(riley, { ...external, Policy });
    await expect(new SecretsManagerClient(config(keys)).send(new ListSecretsCommand({}))).rejects.toThrow(
      'because no session policy allows the secretsmanager:ListSecrets action',
    );
  });

  test('passes transitive tags on to the sessions taken from it', async () => {
    const RoleName = 'chain';
    const Action = ['sts:AssumeRole', 'sts:TagSession'];
    const AssumeRolePolicyDocument = allow({ Principal: { AWS: AWAY }, Action });
    await iam('CreateRole', { RoleName, AssumeRolePolicyDocument });
    await iam('PutRolePolicy', {
      ...{ RoleName, PolicyName: 'payments' },
      PolicyDocument: allow({
        Action: [...Action, 'secretsmanager:ListSecrets'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalTag/team': 'payments' } },
      }),
    });
    const RoleArn = `arn:aws:iam::${AWAY}:role/chain`;
    const Tags = [{ Key: 'team', Value: 'payments' }];
    const first = await assume(admin, { RoleArn, Tags, TransitiveTagKeys: ['team'] });
    const second = await assume(first, { RoleArn });
    expect((await listAs(second)).SecretList).toEqual([]);
    await expect(assume(second, { RoleArn, Tags: [{ Key: 'Team', Value: 'mine' }] })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('conflicts with a transitive tag key') as string,
    });
    const plain = await assume(admin, { RoleArn, Tags });
    await expect(assume(plain, { RoleArn }).then(listAs)).rejects.toThrow(
      /not authorized to perform: secrets/,
    );
  });

  const listAs = (keys: Keys) => new SecretsManagerClient(config(keys)).send(new ListSecretsCommand({}));
  const refused = 'User: arn:aws:iam::441200879921:user/riley is not authorized to perform: sts:AssumeRole';
  test.each<[string, Partial<AssumeRoleCommandInput>, string, string]>([
    ['without the external id', {}, 'AccessDenied', `${refused} on resource: ${ROLE}`],
    ['of no role', { RoleArn: `${ROLE}2` }, 'AccessDenied', `${refused} on resource: ${ROLE}2`],
    [
      'of no ARN',
      { RoleArn: 'arn:aws:iam::role:reader' },
      'ValidationError',
      'arn:aws:iam::role:reader is invalid',
    ],
    [
      'with a bad name',
      { RoleSessionName: 'Session1:2' },
      'ValidationError',
      "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: " +
        'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
    ],
    [
      'with a tag twice',
      {
        ...external,
        Tags: ['env', 'Env'].map((Key) => ({ Key, Value: 'x' })),
      },
      'InvalidParameterValue',
      'Duplicate tag keys found.',
    ],
    [
      'for longer than the role lets',
      { ...external, DurationSeconds: 7201 },
      'ValidationError',
      'MaxSessionDuration',
    ],
    [
      'with a broken policy',
      { ...external, Policy: '{' },
      'MalformedPolicyDocumentException',
      'Syntax errors in policy.',
    ],
  ])('is refused %s', async (_, input, name, message) => {
    await expect(assume(riley, input)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message) as string,
    });
  });

  test('from a role lasts an hour at most', async () => {
    await expect(assume(admin, { ...external, DurationSeconds: 3601 })).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('1 hour session limit for roles assumed by role chaining') as string,
    });
    expect((await assume(admin, { ...external, DurationSeconds: 3600 })).accessKeyId).toMatch(/^ASIA/);
  });

  test('GetSessionToken is for users', async () => {
    const { Credentials } = await sts(riley).send(new GetSessionTokenCommand({}));
    expect(Credentials?.AccessKeyId).toMatch(/^ASIA/);
    await expect(sts(admin).send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: 'Cannot call GetSessionToken with session credentials',
    });
  });
});

describe('AssumeRoleWithWebIdentity', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  function token(claims: object = {}, alg = 'RS256', key: KeyObject = rsa.privateKey): string {
    const all = {
      ...{ iss: `https://${ISSUER}`, aud: 'console', sub: 'dev-1' },
      ...{ iat: seconds(), exp: seconds() + 600, ...claims },
    };
    const signed = `${part({ alg, kid: alg === 'ES256' ? 'ec' : 'rsa' })}.${part(all)}`;
    const signature =
      alg === 'ES256'
        ? sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
        : createSign('sha256').update(signed).sign(key);
    return `${signed}.${signature.toString('base64url')}`;
  }

  const enter = (WebIdentityToken: string, role = 'web') =>
    sts({ accessKeyId: 'x', secretAccessKey: 'x' }).send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: `arn:aws:iam::${AWAY}:role/${role}`,
        RoleSessionName: 'dev',
        WebIdentityToken,
      }),
    );

  test.each(['RS256', 'ES256'])('lets a token in that is signed with %s', async (alg) => {
    const answer = await enter(token({}, alg, alg === 'ES256' ? ec.privateKey : rsa.privateKey));
    expect(answer).toMatchObject({
      SubjectFromWebIdentityToken: 'dev-1',
      Audience: 'console',
      Provider: `arn:aws:iam::${AWAY}:oidc-provider/${ISSUER}`,
      AssumedRoleUser: { Arn: `arn:aws:sts::${AWAY}:assumed-role/web/dev` },
    });
  });

  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  test.each<[string, () => string, string]>([
    ['that is none', () => 'abcd', 'InvalidIdentityTokenException'],
    ['of a stranger', () => token({}, 'RS256', stranger), 'InvalidIdentityTokenException'],
    ['of another issuer', () => token({ iss: 'https://evil.example' }), 'InvalidIdentityTokenException'],
    ['for somebody else', () => token({ aud: 'other' }), 'InvalidIdentityTokenException'],
    ['that has ended', () => token({ exp: seconds() - 1 }), 'ExpiredTokenException'],
    ['without a signature', () => token({}, 'none'), 'InvalidIdentityTokenException'],
    ['of a subject the role does not trust', () => token({ sub: 'ops-1' }), 'AccessDenied'],
  ])('refuses a token %s', async (_, made, name) => {
    await expect(enter(made())).rejects.toMatchObject({ name });
  });

  test('refuses a role that is not there, in the words of a refusal', async () => {
    await expect(enter(token(), 'nobody')).rejects.toMatchObject({
      name: 'AccessDenied',
      message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    });
  });
});
