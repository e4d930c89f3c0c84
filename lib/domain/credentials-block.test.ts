import { expect, test } from 'vitest';
import { readCredentialsBlock } from './credentials-block.ts';

// AWS's own documentation examples.
const id = 'ASIAIOSFODNN7EXAMPLE';
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const token = 'AQoDYXdzEJr//////////wEaoAK1wvxJY12r2IrDFT2IvAzTCn3zHoZ7YNtpiQLF0MqZye/qwjzP2iEXAMPLE==';
const all = { accessKeyId: id, secretAccessKey: secret, sessionToken: token };
const json = { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token };

// what was copied, its text, what is found
test.each([
  [
    'access portal, environment variables',
    `export AWS_ACCESS_KEY_ID="${id}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_SESSION_TOKEN="${token}"\n`,
    all,
  ],
  [
    'without quotes, with a region',
    `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${secret}\nexport AWS_SESSION_TOKEN=${token}\nexport AWS_DEFAULT_REGION=eu-west-1`,
    { ...all, region: 'eu-west-1' },
  ],
  [
    'single quotes and a semicolon',
    `export AWS_ACCESS_KEY_ID='${id}';\nexport AWS_SECRET_ACCESS_KEY='${secret}';`,
    { accessKeyId: id, secretAccessKey: secret },
  ],
  [
    'one line',
    `export AWS_ACCESS_KEY_ID=${id} && export AWS_SECRET_ACCESS_KEY=${secret}`,
    { accessKeyId: id, secretAccessKey: secret },
  ],
  [
    'a shell file without export',
    `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}`,
    { accessKeyId: id, secretAccessKey: secret },
  ],
  [
    'Windows command prompt',
    `SET AWS_ACCESS_KEY_ID=${id}\r\nSET AWS_SECRET_ACCESS_KEY=${secret}\r\nSET AWS_SESSION_TOKEN=${token}\r\n`,
    all,
  ],
  [
    'Windows setx',
    `setx AWS_ACCESS_KEY_ID ${id}\nsetx AWS_SECRET_ACCESS_KEY ${secret}`,
    { accessKeyId: id, secretAccessKey: secret },
  ],
  [
    'PowerShell',
    `$Env:AWS_ACCESS_KEY_ID="${id}"\n$Env:AWS_SECRET_ACCESS_KEY="${secret}"\n$Env:AWS_SESSION_TOKEN="${token}"`,
    all,
  ],
  [
    'a profile',
    `[441200879921_SecretsOperator]\naws_access_key_id = ${id}\naws_secret_access_key=${secret}\naws_session_token = ${token}\nregion = us-west-2\n`,
    { ...all, region: 'us-west-2' },
  ],
  [
    'two profiles: the first',
    `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n\n[other]\naws_access_key_id = AKIAI44QH8DHBEXAMPLE\naws_session_token = other\n`,
    { accessKeyId: id, secretAccessKey: secret },
  ],
  [
    'the older name of the token',
    `aws_access_key_id = ${id}\naws_security_token = ${token}`,
    { accessKeyId: id, sessionToken: token },
  ],
  [
    'sts assume-role',
    JSON.stringify(
      {
        Credentials: { ...json, Expiration: '2026-11-19T04:29:00+00:00' },
        AssumedRoleUser: { Arn: 'arn:aws:sts::441200879921:assumed-role/SecretsOperator/riley' },
      },
      null,
      4,
    ),
    { ...all, expiration: '2026-11-19T04:29:00.000Z' },
  ],
  ['sts assume-role on one line', JSON.stringify({ Credentials: json }), all],
  [
    'sso get-role-credentials',
    JSON.stringify({
      roleCredentials: {
        accessKeyId: id,
        secretAccessKey: secret,
        sessionToken: token,
        expiration: 1_795_062_540_000,
      },
    }),
    { ...all, expiration: '2026-11-19T04:29:00.000Z' },
  ],
  [
    'an end that is no instant is left out',
    `AWS_ACCESS_KEY_ID=${id}\nAWS_CREDENTIAL_EXPIRATION=soon`,
    { accessKeyId: id },
  ],
  ['a credential process', JSON.stringify({ Version: 1, ...json }), all],
  ['a secret access key alone is a value', secret, undefined],
  ['a token alone is a value', token, undefined],
  ['an empty variable names nothing', 'export AWS_ACCESS_KEY_ID=\n', undefined],
  ['a region alone fills nothing', 'export AWS_REGION=us-east-1', undefined],
  ['a sentence', 'the region is eu-west-1, ask dana for the keys', undefined],
  ['nothing', '', undefined],
])('%s', (_what, text, found) => {
  expect(readCredentialsBlock(text)).toEqual(found);
});
