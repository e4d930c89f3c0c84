import { AwsError } from '../../operation.ts';

/** The token has ended, was revoked or never was one. As recorded in public reports. */
export const unauthorized = (): AwsError =>
  new AwsError('UnauthorizedException', 'Session token not found or invalid', 401);

/** What is answered for a role or an account that is not assigned, or not there; as recorded in public reports. */
export const noAccess = (): AwsError => new AwsError('ForbiddenException', 'No access', 403);

/** The wording is not recorded. */
export const invalidRequest = (): AwsError =>
  new AwsError('InvalidRequestException', 'The request is not valid.');
