import type { Call } from '../../operation.ts';
import { AwsError } from '../../operation.ts';
import { invocable } from '../lambda/invocable.ts';

/** Whether Secrets Manager may invoke a rotation function: it exists and lets it in, or a world declares it. */
function functionInvocable({ state, principal: { account }, now }: Call, arn: string): boolean {
  if (state.secretsManager.invocableFunctions.has(arn)) return true;
  return invocable(state.lambda, arn, { account, now }) !== undefined;
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
