import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from './redact.ts';

const OPENS = 'q7!Zr-9xK2pW';

describe('what could open something is blacked out', () => {
  test.each([
    `{"username": "app", "password": "${OPENS}", "port": 5432}`,
    `{'username': 'app', 'password': '${OPENS}'}`,
    `{\\"password\\":\\"${OPENS}\\"}`,
    `connecting with password=${OPENS} to db`,
    `PGPASSWORD=${OPENS} psql`,
    `db_password: ${OPENS}`,
    `SecretString='${OPENS}'`,
    `ALTER USER app IDENTIFIED BY '${OPENS}'`,
    `ALTER ROLE app WITH PASSWORD '${OPENS}'`,
    `could not connect to postgres://app:${OPENS}@db.internal:5432/app`,
    `Authorization: Bearer ${OPENS}AAAAAAAA`,
    `"api_key": "${OPENS}"`,
    `{"RotationToken": "${OPENS}"}`,
    `X-Amz-Signature=${OPENS}`,
    `-----BEGIN RSA PRIVATE KEY-----\n${OPENS.replace('-', '')}\n`,
  ])('%s', (line) => {
    const { text, count } = redact(line);
    expect(text).not.toContain(OPENS);
    expect(text).not.toContain(OPENS.replace('-', ''));
    expect(count).toBe(1);
    expect(text).toHaveLength(line.length);
  });

  test('keys of AWS and web tokens, wherever they stand', () => {
    const key = `ASIA${'EXAMPLE'.repeat(2)}AB`;
    const token = `eyJhbGciOiJIUzI1NiJ9.${'a'.repeat(20)}.${'b'.repeat(20)}`;
    const { text, count } = redact(`used ${key} and ${token} there`);
    expect(text).toMatch(/^used █+ and █+ there$/);
    expect(count).toBe(2);
  });
});

test.each([
  'setSecret: Unable to log into database with previous, current, or pending secret of secret arn arn:aws:secretsmanager:us-east-1:1:secret:db-a1b2c3',
  'START RequestId: 79b4f56e-95b1-4643-9700-2807f4e68189 Version: $LATEST',
  'createSecret: Successfully put secret for ARN arn:aws:x and version 7ac47c8c-f328-423b-9698-6926dd1f293e.',
  'Task timed out after 30.03 seconds',
  'password: missing',
])('%s stays as it is', (line) => {
  expect(redact(line)).toEqual({ text: line, count: 0 });
});

test('every character keeps its place', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const line = `${before} password="${OPENS}" ${after}`;
      const { text } = redact(line);
      expect(text).toHaveLength(line.length);
      expect(text).not.toContain(`"${OPENS}"`);
    }),
  );
});

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
  `redis://default:p@ss-hunter2!@cache.internal:6379/0`,
  `Running: mysql -h db -u app -phunter2! -e "select 1"`,
  `['mysqladmin', '-u', 'root', '-phunter2!', 'ping']`,
  `exec sqlcmd -S db -U sa -P hunter2! -Q "select 1"`,
  `psql --username app --password hunter2! -h db`,
  `['tool', '--password', 'hunter2!']`,
  `sqlplus app/hunter2!@//db:1521/orcl`,
  `jdbc:oracle:thin:app/hunter2!@db:1521/x`,
  `EXEC sp_password 'old', 'hunter2!'`,
  `SET PASSWORD TO 'hunter2!'`,
  `the password is 'hunter2!'`,
  `ACL SETUSER app on >hunter2! ~*`,
  `CONFIG SET requirepass hunter2!`,
  `Password => hunter2!`,
  `<MasterUserPassword>hunter2!</MasterUserPassword>`,
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
  `ORA-28001: the password has expired`,
  `mysql: [Warning] Using a password on the command line interface can be insecure. host-port 3306`,
  `NOAUTH Authentication required; connect to cache/primary failed`,
  `Connecting to https://api.example.net:8443/v1 as ops@example.net`,
])('stays: %s', (line) => {
  expect(redact(line)).toMatchObject({ text: line, count: 0 });
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
    'mysql -p',
    'sqlcmd -P',
    'connect a/',
    'sp_password ',
    '<password>',
    '--password ',
  ];
  for (const part of parts) {
    const megabyte = part.repeat(Math.ceil(1_048_576 / part.length));
    expect(redact(megabyte).text.length).toBeGreaterThan(0);
  }
}, 20_000);
