import 'server-only';
import { logOut } from '@/lib/aws/identity-center/portal';
import { type CenterSignIn, centerToken, forgetCenterToken } from '@/lib/aws/identity-center/renewal';
import { EARLY } from '../keep-signed-in';
import { readCenter } from '../session';

/** What a cookie holds, with a token that was renewed well before its end; whatever else it holds, as it is. */
export async function renewedSession(sealed: unknown): Promise<unknown> {
  const signIn = readCenter(sealed);
  if (!signIn) return sealed;
  // A token that is not renewed now is asked for again; its end is told where it is used.
  const token = await centerToken(signIn, EARLY).catch(() => signIn.token);
  const { sid: _, until: __, scope: ___, ...center } = signIn;
  return {
    ...(sealed as object),
    center: { ...center, token } satisfies Omit<CenterSignIn, 'sid' | 'until' | 'scope'>,
  };
}

/** Ends at IAM Identity Center what a cookie was signed in with; its role's other sign-ins hold no token of it. */
export async function endSession(sealed: unknown): Promise<void> {
  const signIn = readCenter(sealed);
  if (!signIn) return;
  const { accessToken } = await centerToken(signIn).catch(() => signIn.token);
  forgetCenterToken(signIn.sid);
  // Signing out here does not wait for AWS: without an answer the token ends by itself.
  await logOut({ region: signIn.region, accessToken }).catch(() => {});
}
