import { expect, test } from 'vitest';
import { redact } from './redact.ts';

// Each line holds `hunter2!` where something could be opened with it, and must not afterwards.
test.each([
  `{"username":"app","password":"hunter2!","port":3306}`,
  `{"message":"{\\"password\\":\\"hunter2!\\"}"}`,
  `connect(host='db', user='app', password='hunter2!')`,
  `Connecting with password=hunter2! to db`,
  `DB_PASSWORD: hunter2!`,
  `Server=db;User Id=sa;Pwd=hunter2!;Encrypt=yes`,
  `postgresql://app:hunter2!@db.internal:5432/app`,
  `mongodb+srv://app:hunter2!@cluster0.example.net/?retryWrites=true`,
  `ALTER USER 'app'@'%' IDENTIFIED BY 'hunter2!'`,
  `ALTER USER app IDENTIFIED BY "hunter2!"`,
  `ALTER ROLE app WITH PASSWORD 'hunter2!' VALID UNTIL 'infinity'`,
  `ALTER LOGIN [app] WITH PASSWORD = N'hunter2!' OLD_PASSWORD = N'hunter2!'`,
  `SET PASSWORD FOR 'app'@'%' = PASSWORD('hunter2!')`,
  `Authorization: Bearer hunter2!hunter2`.replace('!', '.'),
  `x-api-key: hunter2!`,
  `client_secret => "hunter2!"`,
  `-----BEGIN RSA PRIVATE KEY-----\nhunter2!\n-----END RSA PRIVATE KEY-----`,
  `-----BEGIN PRIVATE KEY-----\nhunter2! and no end`,
  `https://blob.example.net/x?sv=1&sig=hunter2!&se=2`,
])('%s', (line) => {
  const { text, count } = redact(line);
  expect(text).not.toContain('hunter2');
  expect(count).toBeGreaterThan(0);
});

test.each([
  ['an AWS access key', 'key AKIAIOSFODNN7EXAMPLE was used', 'AKIAIOSFODNN7EXAMPLE'],
  ['a web token', `got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl`, 'eyJzdWIi'],
  ['a token of a known service', 'using ghp_0123456789abcdefghij', 'ghp_'],
])('%s', (_what, line, part) => {
  expect(redact(line).text).not.toContain(part);
});

// What says why a rotation failed stays readable.
test.each([
  `[ERROR] ValueError: Unable to log into database with previous, current, or pending secret of secret arn arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/app-AbCdEf`,
  `(1045, "Access denied for user 'app'@'10.0.0.1' (using password: YES)")`,
  `FATAL: password authentication failed for user "app"`,
  `createSecret: Successfully put secret for ARN arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf and version 7ac47c8c-f328-423b-9698-6926dd1f293e.`,
  `User: arn:aws:sts::123456789012:assumed-role/r/f is not authorized to perform: secretsmanager:GetSecretValue on resource: x`,
  `KeyError: 'password key is missing from secret JSON'`,
  `{"ClientRequestToken":"7ac47c8c-f328-423b-9698-6926dd1f293e","SecretId":"arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf"}`,
  `Connect timeout on endpoint URL: "https://secretsmanager.us-east-1.amazonaws.com/"`,
  `ERROR: password: must contain a digit`,
])('stays: %s', (line) => {
  expect(redact(line)).toMatchObject({ text: line, count: 0 });
});

test('every character keeps its place', () => {
  const line = `password="hunter2!" then Access denied`;
  const { text } = redact(line);
  expect(text).toHaveLength(line.length);
  expect(text.indexOf('Access')).toBe(line.indexOf('Access'));
});

test('a hostile megabyte is read in one pass', () => {
  const parts = [
    'password=',
    '"',
    '\\',
    "'",
    '-----BEGIN PRIVATE KEY-----',
    'eyJ',
    'token: ',
    'a.a-a_',
    '://:',
  ];
  for (const part of parts) {
    const megabyte = part.repeat(Math.ceil(1_048_576 / part.length));
    expect(redact(megabyte).text.length).toBeGreaterThan(0);
  }
}, 20_000);
