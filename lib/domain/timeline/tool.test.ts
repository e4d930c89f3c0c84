import { expect, test } from 'vitest';
import { toTool } from './tool.ts';

// user agent, kind, name, version
test.each([
  ['aws-cli/2.30.1 md/awscrt#0.27 ua/2.1 os/macos', 'cli', 'AWS CLI', '2.30.1'],
  ['Boto3/1.40.2 md/Botocore#1.40.2 exec-env/AWS_Lambda_python3.12', 'sdk', 'Boto3', '1.40.2'],
  ['aws-sdk-js/3.1164.0 ua/2.1 os/linux lang/js', 'sdk', 'AWS SDK for JavaScript', '3.1164.0'],
  ['aws-sdk-go-v2/1.30.3 ua/2.1 os/linux', 'sdk', 'AWS SDK for Go', '1.30.3'],
  ['aws-sdk-java/2.28.1 md/io#sync', 'sdk', 'AWS SDK for Java', '2.28.1'],
  [
    'APN/1.0 HashiCorp/1.0 Terraform/1.9.5 (+https://www.terraform.io) terraform-provider-aws/5.67.0 aws-sdk-go-v2/1.30.4',
    'terraform',
    'Terraform',
    '1.9.5',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64)', 'console', 'AWS console', undefined],
  ['AWS Internal', 'console', 'AWS console', undefined],
  ['cloudformation.amazonaws.com', 'service', 'cloudformation.amazonaws.com', undefined],
  ['vault/1.17 (+https://www.vaultproject.io)', 'other', 'vault', undefined],
  ['', 'unknown', 'unknown', undefined],
] as const)('%s', (userAgent, kind, name, version) => {
  const tool = toTool({ userAgent });
  expect([tool.kind, tool.name, tool.version]).toEqual([kind, name, version]);
});

test('Keyturn is known by its name, and tells the reason it was given', () => {
  const userAgent = 'aws-sdk-js/3.1164.0 ua/2.1 os/linux keyturn reason/INC-4711_bad_password';
  expect(toTool({ userAgent })).toEqual({
    kind: 'keyturn',
    name: 'Keyturn',
    reason: 'INC-4711_bad_password',
  });
});

test('what another tool calls a reason is not one', () => {
  expect(toTool({ userAgent: 'aws-cli/2.30 reason/INC-1' })).not.toHaveProperty('reason');
});
