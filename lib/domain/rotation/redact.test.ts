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
