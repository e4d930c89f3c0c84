import { readFileSync } from 'node:fs';
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompanyProvider, startCompanyProvider } from '../company-provider.ts';
import { atProvider } from './at-provider';
import { type Desk, ORIGIN, openDesk } from './console';

// docs/examples: each trust policy lets in whom docs/sign-in.md says, and nobody else.

const ACCOUNT = '441200879921';
const FURTHER = `arn:aws:iam::${ACCOUNT}:role/docs-further`;
const COMPANY = `arn:aws:iam::${ACCOUNT}:role/docs-company`;
const OTHER = `arn:aws:iam::${ACCOUNT}:role/docs-other-audience`;

const policy = (name: string) =>
  readFileSync(new URL(`../../docs/examples/${name}.json`, import.meta.url), 'utf8').replaceAll(
    '111122223333',
    ACCOUNT,
  );

let desk: Desk;
let company: CompanyProvider;
let sts: STSClient;

beforeAll(async () => {
  desk = await openDesk();
  company = await startCompanyProvider(ORIGIN);
  await company.introduce(desk.url);
  const { accessKeyId, secretAccessKey } = desk.session('riley').credentials;
  sts = new STSClient({
    ...{ region: 'us-east-1', endpoint: desk.url, credentials: { accessKeyId, secretAccessKey } },
  });
  const role = (arn: string, AssumeRolePolicyDocument: string) =>
    desk.control('infrastructure', {
      change: 'CreateRole',
      input: { RoleName: arn.split('/')[1], AssumeRolePolicyDocument },
    });
  await role(FURTHER, policy('further-role-trust'));
  await role(COMPANY, policy('company-trust'));
  await role(OTHER, policy('company-trust').replace('"keyturn"', '"another"'));
});
afterAll(async () => {
  sts.destroy();
  await company.close();
  await desk.close();
});

async function factor() {
  const devices: { name: string; code: string }[] = await (await fetch(`${desk.url}/_sandbox/mfa`)).json();
  const TokenCode = devices.find(({ name }) => name === 'riley')?.code ?? '';
  return { SerialNumber: `arn:aws:iam::${ACCOUNT}:mfa/riley`, TokenCode };
}

test('a further role is for who knows the external id and shows a code of their device, both', async () => {
  const assume = (more: object) =>
    sts.send(new AssumeRoleCommand({ RoleArn: FURTHER, RoleSessionName: 'riley', ...more }));
  const ExternalId = 'a-word-agreed-on';
  const denied = { name: 'AccessDenied' };
  await expect(assume({})).rejects.toMatchObject(denied);
  await expect(assume({ ExternalId })).rejects.toMatchObject(denied);
  await expect(assume({ ...(await factor()), ExternalId: 'another-word' })).rejects.toMatchObject(denied);
  const { AssumedRoleUser: user } = await assume({ ...(await factor()), ExternalId });
  expect(user?.Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/docs-further/riley`);
});

/** A token that the provider gives this console for somebody, by the flow of a public client. */
async function idToken(login: string): Promise<string> {
  const at = `http://127.0.0.1:${company.port}`;
  const verifier = 'a'.repeat(64);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const redirect = `${ORIGIN}/api/auth/callback/company-provider`;
  const asked = new URLSearchParams({
    ...{ client_id: 'keyturn', response_type: 'code', scope: 'openid', redirect_uri: redirect },
    code_challenge: Buffer.from(digest).toString('base64url'),
    code_challenge_method: 'S256',
  });
  const back = await atProvider(`${at}/auth?${asked}`, login, ORIGIN);
  const answer = await fetch(`${at}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', client_id: 'keyturn', redirect_uri: redirect },
      ...{ code: back.searchParams.get('code') ?? '', code_verifier: verifier },
    }),
  });
  return (await answer.json()).id_token;
}

test('a company role is for whom the provider gives a token of this console', async () => {
  const WebIdentityToken = await idToken('robin');
  const assume = (RoleArn: string) =>
    sts.send(new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'robin', WebIdentityToken }));
  const { AssumedRoleUser: user } = await assume(COMPANY);
  expect(user?.Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/docs-company/robin`);
  await expect(assume(OTHER)).rejects.toMatchObject({ name: 'AccessDenied' });
});
