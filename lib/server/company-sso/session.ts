import 'server-only';
import { EARLY } from '../keep-signed-in';
import { readCompany } from '../session';
import { companyProof, forgetCompanyProof } from './renewal';

/** What a cookie holds, with a proof that was renewed well before its end; whatever else it holds, as it is. */
export async function renewedCompany(sealed: unknown): Promise<unknown> {
  const signIn = readCompany(sealed);
  if (!signIn) return sealed;
  const proof = await companyProof(signIn, EARLY).catch(() => undefined);
  if (proof === undefined) return sealed;
  const { sid: _, until: __, scope: ___, ...company } = signIn;
  const { idToken, idTokenEnds, refreshToken } = proof;
  const next = { idToken, idTokenEnds, ...(refreshToken === undefined ? {} : { refreshToken }) };
  return { ...(sealed as object), company: { ...company, ...next } };
}

/** Drops what this process had renewed of a sign-in. */
export function endCompany(sealed: unknown): void {
  const signIn = readCompany(sealed);
  if (signIn) forgetCompanyProof(signIn.sid);
}
