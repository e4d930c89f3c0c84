import type { Call } from '../../operation.ts';
import { AwsError } from '../../operation.ts';

/** Whether Secrets Manager may invoke a rotation function: a world declares those it may. */
export function functionInvocable(call: Call, arn: string): boolean {
  return call.state.secretsManager.invocableFunctions.has(arn);
}

/**
 * Refuses a function that does not exist or does not let Secrets Manager in, then a caller who may not
 * invoke it. Which of the two AWS looks at first is not recorded.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
 */
export function requireFunction(call: Call, arn: string): void {
  if (!functionInvocable(call, arn)) {
    throw new AwsError(
      'AccessDeniedException',
      'Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.',
    );
  }
  call.authorize({ action: 'lambda:InvokeFunction', resource: arn });
}
