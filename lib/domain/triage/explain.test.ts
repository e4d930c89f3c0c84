import { describe, expect, test } from 'vitest';
import { adviceFor } from './advice/advice.ts';
import { CAUSES } from './cause.ts';
import { evidenceFrom } from './evidence.ts';
import { explain } from './explain.ts';

describe.each(CAUSES)('advice for %s', (cause) => {
  const advice = adviceFor(cause, {});

  test('says who is affected, what to do, and where AWS says so', () => {
    expect(advice.affected).not.toBe('');
    expect(advice.fixes.length).toBeGreaterThan(0);
    expect(advice.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/(secretsmanager|lambda)\/latest\//);
  });

  test('has commands of the AWS CLI with one option a line', () => {
    for (const { command } of advice.fixes.filter(({ command }) => command))
      expect(command).toMatch(/^aws [a-z0-9-]+ [a-z-]+( \\\n {2}--[a-z-]+( \S[^\n]*)?)+$/);
  });
});

test('a refusal is answered with the statement that is missing', () => {
  const refusal =
    'User: arn:aws:sts::123456789012:assumed-role/rotator/f is not authorized to perform: secretsmanager:PutSecretValue on resource: arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/app-AbCdEf because no identity-based policy allows it';
  const [first] = explain(evidenceFrom({ log: [`[ERROR] ClientError: ${refusal}`] }));
  expect(first).toMatchObject({
    cause: 'secrets-permission-denied',
    step: 'createSecret',
    certainty: 'certain',
  });
  expect(first!.fixes[0]!.command).toBe(
    [
      'aws iam put-role-policy',
      '--role-name rotator',
      '--policy-name rotation-missing-permission',
      `--policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["secretsmanager:PutSecretValue"],"Resource":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/app-AbCdEf"}]}'`,
    ].join(' \\\n  '),
  );
});

test('names come from the evidence, and stand in capitals where it has none', () => {
  const cloudtrail = {
    eventName: 'RotateSecret',
    errorMessage: "A previous rotation isn't complete. That rotation will be reattempted.",
  };
  const log = ['secret arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/app-AbCdEf'];
  const [stuck] = explain(evidenceFrom({ log, cloudtrail }));
  expect(stuck!.cause).toBe('pending-stuck');
  expect(stuck!.fixes[1]!.command).toBe(
    [
      'aws secretsmanager update-secret-version-stage',
      '--region us-east-1',
      '--secret-id arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/app-AbCdEf',
      '--version-stage AWSPENDING',
      '--remove-from-version-id REMOVE_FROM_VERSION_ID',
    ].join(' \\\n  '),
  );
});

test('what is known beside the evidence stands where that names nobody', () => {
  const evidence = evidenceFrom({
    state: { lambdaExists: true, invocable: false },
    cloudtrail: { eventName: 'RotationFailed' },
  });
  const fn = 'arn:aws:lambda:us-east-1:123456789012:function:rotate-db';
  const [first] = explain(evidence, { account: '123456789012', region: 'us-east-1', fn });
  expect(first!.fixes[0]!.command).toMatch(
    /function-name arn:\S+rotate-db [\s\S]*--source-account 123456789012$/,
  );
});
