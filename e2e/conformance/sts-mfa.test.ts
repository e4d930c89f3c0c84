import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, type Credentials, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

const BREAK_GLASS = 'arn:aws:iam::602733145908:role/BreakGlass';
const AUDIT = 'arn:aws:iam::917350284466:role/PartnerAudit';
const SERIAL = 'arn:aws:iam::441200879921:mfa/riley';

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

let sandbox: RunningSandbox;
let riley: Keys;
beforeAll(async () => {
  sandbox = await startSandbox();
  [riley] = await get<[Keys]>('operators');
});
afterAll(() => sandbox.close());
// Codes that were used are good again in a new world.
beforeEach(() => fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST' }));

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(`${sandbox.url}/_sandbox/${path}`)).json()) as T;
}
async function code(name = 'riley'): Promise<string> {
  const devices = await get<{ name: string; code: string }[]>('mfa');
  return devices.find((device) => device.name === name)?.code ?? '';
}
const config = (credentials: Keys) => ({
  ...{ endpoint: sandbox.url, region: 'us-east-1', maxAttempts: 1, credentials },
});
const keysIn = (given: Credentials | undefined): Keys => ({
  accessKeyId: given?.AccessKeyId ?? '',
  secretAccessKey: given?.SecretAccessKey ?? '',
  sessionToken: given?.SessionToken ?? '',
});
async function assume(who: Keys, RoleArn: string, more: object = {}): Promise<Keys> {
  const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'riley', ...more });
  return keysIn((await new STSClient(config(who)).send(command)).Credentials);
}
const list = (who: Keys) => new SecretsManagerClient(config(who)).send(new ListSecretsCommand({}));

const refused = (role: string) => ({
  name: 'AccessDenied',
  message: `User: arn:aws:iam::441200879921:user/riley is not authorized to perform: sts:AssumeRole on resource: ${role}`,
});

describe('a role that asks for a second factor', () => {
  test('lets in who shows it, once per code', async () => {
    await expect(assume(riley, BREAK_GLASS)).rejects.toMatchObject(refused(BREAK_GLASS));
    const factor = { SerialNumber: SERIAL, TokenCode: await code() };
    expect((await list(await assume(riley, BREAK_GLASS, factor))).SecretList).toEqual([]);
    const invalid = 'MultiFactorAuthentication failed with invalid MFA one time pass code. ';
    const twice = assume(riley, BREAK_GLASS, factor);
    await expect(twice).rejects.toMatchObject({ name: 'AccessDenied', message: invalid });
    const next = await code();
    expect(next).not.toBe(factor.TokenCode);
    const wrong = String((Number(next) + 1) % 1_000_000).padStart(6, '0');
    await expect(assume(riley, BREAK_GLASS, { ...factor, TokenCode: wrong })).rejects.toThrow(invalid);
  });

  test('lets a session in that has shown it', async () => {
    const session = async (factor: object) => {
      const command = new GetSessionTokenCommand(factor);
      return keysIn((await new STSClient(config(riley)).send(command)).Credentials);
    };
    await expect(assume(await session({}), BREAK_GLASS)).rejects.toMatchObject(refused(BREAK_GLASS));
    const shown = await session({ SerialNumber: SERIAL, TokenCode: await code() });
    expect((await assume(shown, BREAK_GLASS)).accessKeyId).toMatch(/^ASIA/);
  });

  test('its session has none to show for itself', async () => {
    const glass = await assume(riley, BREAK_GLASS, { SerialNumber: SERIAL, TokenCode: await code() });
    const factor = { SerialNumber: SERIAL, TokenCode: await code() };
    await expect(assume(glass, BREAK_GLASS, factor)).rejects.toThrow('associated with this user');
  });

  test.each<[string, () => Promise<object> | object, string, string]>([
    [
      'half of it',
      () => ({ SerialNumber: SERIAL }),
      'AccessDenied',
      'must provide both MFA serial number and',
    ],
    [
      "somebody else's",
      async () => ({ SerialNumber: SERIAL.replace('riley', 'dana'), TokenCode: await code('dana') }),
      'AccessDenied',
      'unable to validate MFA code.  Please verify your MFA serial number is valid',
    ],
    [
      'letters for digits',
      () => ({ SerialNumber: SERIAL, TokenCode: 'abcdef' }),
      'ValidationError',
      "at 'tokenCode' failed to satisfy constraint",
    ],
  ])('refuses %s', async (_, factor, name, message) => {
    await expect(assume(riley, BREAK_GLASS, await factor())).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message) as string,
    });
  });
});

test('a role that asks for an external id lets in who knows it', async () => {
  await expect(assume(riley, AUDIT)).rejects.toMatchObject(refused(AUDIT));
  await expect(assume(riley, AUDIT, { ExternalId: 'acme' })).rejects.toMatchObject(refused(AUDIT));
  const keys = await assume(riley, AUDIT, { ExternalId: 'acme-audit' });
  expect((await list(keys)).SecretList).toEqual([]);
  // Its credentials can be ended, as those of every session.
  const body = JSON.stringify({ accessKeyId: keys.accessKeyId, seconds: 0 });
  expect((await fetch(`${sandbox.url}/_sandbox/sessions`, { method: 'POST', body })).status).toBe(200);
  await expect(list(keys)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
});
