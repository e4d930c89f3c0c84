import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { evidenceFrom } from './evidence.ts';

const cloudtrail = {
  eventName: 'RotationFailed',
  errorMessage:
    'Error when executing lambda arn:aws:lambda:us-east-1:123456789012:function:r during createSecret step',
};

// Of a function that wrote nothing, its state is all there is.
test.each([
  [{ lambdaExists: false }, 'lambda-missing'],
  [{ invocable: false }, 'lambda-not-invocable'],
  [{ reservedConcurrency: 0 }, 'throttled'],
  [{ stateReasonCode: 'EniLimitExceeded' }, 'lambda-network-interface'],
  [{ stateReasonCode: 'SubnetOutOfIPAddresses' }, 'lambda-network-interface'],
  [{ stateReasonCode: 'InvalidSecurityGroup' }, 'lambda-network-interface'],
  [{ stateReasonCode: 'InsufficientRolePermissions' }, 'lambda-network-interface'],
  [{ stateReasonCode: 'DisabledKMSKey' }, 'lambda-environment-undecryptable'],
  [{ environmentError: 'AccessDeniedException' }, 'lambda-environment-undecryptable'],
  [{ invocable: true, stateReasonCode: 'Idle', reservedConcurrency: 10 }, 'unknown'],
])('%j: %s', (state, cause) => {
  const [first] = diagnose(evidenceFrom({ cloudtrail, state }));
  expect(first?.cause).toBe(cause);
});

test('what the function wrote counts more than what it is now', () => {
  const log = ["[ERROR] KeyError: 'password key is missing from secret JSON'"];
  const [first] = diagnose(evidenceFrom({ log, cloudtrail, state: { stateReasonCode: 'Idle' } }));
  expect(first?.cause).toBe('secret-format-invalid');
});
