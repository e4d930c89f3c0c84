import { signInErrors } from '@/lib/contract/sign-in-errors';

/** What a failed sign-in means: next-auth carries our code as its error, and anything else in there is not for showing. */
export function signInSentence(code: string | null | undefined): string {
  return code && Object.hasOwn(signInErrors, code)
    ? signInErrors[code as keyof typeof signInErrors]
    : 'The console did not answer. Nothing was stored; try again.';
}
