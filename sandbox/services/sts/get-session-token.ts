import type { Operation, Principal } from '../../operation.ts';
import { numeral, readQuery } from '../../protocols/query-fields.ts';
import { issue } from './credentials.ts';
import { denied } from './errors.ts';
import { mfaMembers, provesMfa } from './mfa.ts';

const HALF_A_DAY = 43_200;

/**
 * Temporary credentials of the user who asks, with the user's rights. No policy is asked.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const getSessionToken: Operation = (input, call) => {
  const { DurationSeconds = HALF_A_DAY, ...factor } = readQuery(input, {
    DurationSeconds: numeral({ min: 900, max: 129_600 }),
    ...mfaMembers,
  });
  const { principal, now } = call;
  if (principal.type !== 'user' || principal.since) {
    throw denied('Cannot call GetSessionToken with session credentials');
  }
  // Rights change while the session is open: the policy stays the user's own.
  const session: Principal = {
    ...principal,
    since: now,
    mfa: provesMfa(call, factor),
    get policy() {
      return principal.policy;
    },
  };
  return { Credentials: issue(call, session, DurationSeconds) };
};
