import 'server-only';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';

/** Why a profile gave no credentials, by its code in the closed list; carries nothing of files or commands. */
export class ProfileError extends Error {
  readonly code: SignInErrorCode;
  constructor(code: SignInErrorCode) {
    super(code);
    this.name = 'ProfileError';
    this.code = code;
  }
}
