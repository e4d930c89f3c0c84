import { AwsError } from '../../operation.ts';
import { parseArn } from './arn.ts';

const ALLOWED = /^[A-Za-z0-9/_+=.@!-]*$/;

/** Refuses a name with a character secrets cannot have. The sentence is a recorded one. */
export function requireName(name: string): void {
  if (ALLOWED.test(name)) return;
  throw new AwsError(
    'ValidationException',
    'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
  );
}

/** The same for a SecretId, which may also be an ARN: such a name is refused before anybody looks for it. */
export function requireNameOrArn(secretId: string): void {
  if (!parseArn(secretId)) requireName(secretId);
}
