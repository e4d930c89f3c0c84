import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  type AccountInfo,
  ListAccountRolesCommand,
  ListAccountsCommand,
  LogoutCommand,
  paginateListAccounts,
} from '@aws-sdk/client-sso';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, test, vi } from 'vitest';
import { HOME, openIdentityCenter, refusal } from './identity-center-desk.ts';

const { control, portal, register, refresh, signIn, rolesOf, credentialsOf, configOf } = openIdentityCenter();

const SHARED = '602733145908';
const STAGING = '917350284466';

describe('the portal', () => {
  test('lists the accounts and roles of a person, in pages', async () => {
    const { accessToken } = await signIn('riley');
    const pages = paginateListAccounts({ client: portal(), pageSize: 2 }, { accessToken });
    const lists: AccountInfo[][] = [];
    for await (const { accountList = [] } of pages) lists.push(accountList);
    expect(lists.map((page) => page.length)).toEqual([2, 1]);
    expect(lists.flat()).toEqual([
      { accountId: HOME, accountName: 'production', emailAddress: 'aws+production@acme.example' },
      { accountId: SHARED, accountName: 'shared-services', emailAddress: 'aws+shared-services@acme.example' },
      { accountId: STAGING, accountName: 'staging', emailAddress: 'aws+staging@acme.example' },
    ]);
    const { roleList, nextToken } = await rolesOf(accessToken, STAGING);
    expect([roleList, nextToken]).toEqual([
      [{ roleName: 'AdministratorAccess', accountId: STAGING }],
      undefined,
    ]);
  });

  test('has nothing for somebody without assignments', async () => {
    const { accessToken } = await signIn('noor');
    expect((await portal().send(new ListAccountsCommand({ accessToken }))).accountList).toEqual([]);
  });

  test('gives credentials of a role, under the name of the person', async () => {
    const { accessToken } = await signIn('dana');
    const { expiration } = await credentialsOf(accessToken, HOME, 'RotationResponder');
    expect(Math.abs((expiration ?? 0) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    const signed = await configOf(accessToken, HOME, 'RotationResponder');
    const { Arn, Account } = await new STSClient(signed).send(new GetCallerIdentityCommand({}));
    expect(Arn).toMatch(
      /^arn:aws:sts::441200879921:assumed-role\/AWSReservedSSO_RotationResponder_[0-9a-f]{16}\/dana$/,
    );
    expect(Account).toBe(HOME);
    await new SecretsManagerClient(signed).send(new ListSecretsCommand({}));
    const { Events = [] } = await new CloudTrailClient(signed).send(
      new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'Username', AttributeValue: 'dana' }] }),
    );
    const event = JSON.parse(
      Events.find(({ EventName }) => EventName === 'ListSecrets')?.CloudTrailEvent ?? '{}',
    );
    expect(event.userIdentity).toMatchObject({
      ...{ type: 'AssumedRole', arn: Arn },
      sessionContext: {
        sessionIssuer: {
          arn: expect.stringMatching(
            /:role\/aws-reserved\/sso\.amazonaws\.com\/AWSReservedSSO_RotationResponder_[0-9a-f]{16}$/,
          ),
        },
      },
    });
  });

  test('gives no role that is not assigned, or not any more', async () => {
    const { accessToken } = await signIn('riley');
    const sts = new STSClient(await configOf(accessToken));
    const noAccess = { name: 'ForbiddenException', message: 'No access', $metadata: { httpStatusCode: 403 } };
    expect(await refusal(credentialsOf(accessToken, HOME, 'SecretsViewer'))).toMatchObject(noAccess);
    expect(await refusal(credentialsOf(accessToken, HOME, 'NoSuchRole'))).toMatchObject(noAccess);
    const change = { name: 'riley', account: HOME, role: 'AdministratorAccess' };
    await control('identity-center', { ...change, assigned: false });
    expect(await refusal(credentialsOf(accessToken))).toMatchObject(noAccess);
    expect(await refusal(rolesOf(accessToken))).toMatchObject(noAccess);
    // What was given out works until it ends.
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe(HOME);
    await control('identity-center', { ...change, assigned: true });
    expect((await credentialsOf(accessToken)).accessKeyId).toMatch(/^ASIA/);
  });

  test('is closed after signing out, and to tokens that never were', async () => {
    const { accessToken, client, refreshToken } = await signIn('riley');
    await portal().send(new LogoutCommand({ accessToken }));
    const unauthorized = {
      ...{ name: 'UnauthorizedException', message: 'Session token not found or invalid' },
      $metadata: { httpStatusCode: 401 },
    };
    for (const one of [accessToken, 'never']) {
      expect(await refusal(rolesOf(one))).toMatchObject(unauthorized);
      expect(await refusal(portal().send(new LogoutCommand({ accessToken: one })))).toMatchObject(
        unauthorized,
      );
    }
    const refreshed = refresh(client, refreshToken);
    expect(await refusal(refreshed)).toMatchObject({ name: 'InvalidGrantException' });
  });

  test.each([
    ['an account that is no number', { accountId: 'production' }],
    ['a page of nothing', { accountId: HOME, maxResults: 0 }],
    ['a page nobody began', { accountId: HOME, nextToken: 'eA' }],
  ])('%s is no request', async (_, input) => {
    const { accessToken } = await signIn('riley');
    const listed = portal().send(new ListAccountRolesCommand({ accessToken, ...input }));
    const expected = { name: 'InvalidRequestException', $metadata: { httpStatusCode: 400 } };
    expect(await refusal(listed)).toMatchObject(expected);
  });
});

describe('faults', () => {
  test('strike these services as all others, and their calls are counted', async () => {
    const { accessToken } = await signIn('riley');
    await rolesOf(accessToken);
    const calls = await control<Record<string, unknown>[]>('calls', undefined, 'GET');
    const counted = (service: string, operation: string, principal: string) =>
      calls.find(
        (one) => one.service === service && one.operation === operation && one.principal === principal,
      )?.count;
    expect(counted('sso-oidc', 'CreateToken', 'anonymous')).toBe(1);
    expect(counted('sso', 'ListAccountRoles', 'riley')).toBe(1);
    const once = async (body: object, attempt: () => Promise<unknown>) => {
      await control('faults', { count: 1, ...body });
      const { name, $metadata } = await refusal(attempt());
      return [name, $metadata.httpStatusCode];
    };
    const roles = () => rolesOf(accessToken);
    const sso = { service: 'sso', operation: 'ListAccountRoles', principal: 'riley' };
    expect(await once({ ...sso, kind: 'throttle' }, roles)).toEqual(['TooManyRequestsException', 429]);
    expect(await once({ ...sso, kind: 'deny' }, roles)).toEqual(['ForbiddenException', 403]);
    expect(await once({ ...sso, kind: 'error500' }, roles)).toEqual(['InternalServerException', 500]);
    const oidcFault = { service: 'sso-oidc', operation: 'RegisterClient' };
    const registering = () => register();
    expect(await once({ ...oidcFault, kind: 'throttle' }, registering)).toEqual([
      'TooManyRequestsException',
      429,
    ]);
    expect(await once({ ...oidcFault, kind: 'deny' }, registering)).toEqual(['AccessDeniedException', 400]);
    expect(await once({ ...oidcFault, kind: 'error500' }, registering)).toEqual([
      'InternalServerException',
      500,
    ]);
    await control('faults', { kind: 'hang', count: 1, ...sso });
    let isAnswered = false;
    const given = roles().finally(() => {
      isAnswered = true;
    });
    await vi.waitFor(async () => {
      const faults = await control<{ kind: string; count: number }[]>('faults', undefined, 'GET');
      expect(faults.find(({ kind }) => kind === 'hang')?.count).toBe(0);
    });
    expect(isAnswered).toBe(false);
    await control('faults', undefined, 'DELETE');
    expect((await given).roleList).toHaveLength(1);
  });
});
