import type { Operation } from '../../operation.ts';

/**
 * Who signed. No policy is asked: whoever has valid credentials may know whose they are.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const getCallerIdentity: Operation = (_input, { principal }) => ({
  Arn: principal.arn,
  UserId: principal.userId,
  Account: principal.account,
});
