import 'server-only';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';

/** A sign-in that failed, by its code in the closed list; carries nothing that was typed. */
export class SignInError extends Error {
  constructor(code: SignInErrorCode) {
    super(code);
    this.name = 'SignInError';
  }
}
