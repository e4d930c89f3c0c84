import 'server-only';
import { decode, type JWT } from 'next-auth/jwt';

/**
 * What cookies are sealed with (`NEXTAUTH_SECRET`), and what they were sealed with before (`KEYTURN_SECRET_BEFORE`): the
 * secret can be exchanged without signing anybody out.
 */
function secrets(): string[] {
  const { NEXTAUTH_SECRET: now, KEYTURN_SECRET_BEFORE: before } = process.env;
  return [now, before].filter((secret) => secret !== undefined && secret !== '') as string[];
}

/** The secret to seal with; throws where there is none, for with none anybody could seal a cookie. */
export function sealingSecret(): string {
  const { NEXTAUTH_SECRET: secret = '' } = process.env;
  if (secret === '') throw new Error('NEXTAUTH_SECRET is not set.');
  return secret;
}

/** What a sealed text holds, whichever secret sealed it; null: none did, or it is over. A salt is its own kind of text. */
export async function openSealed(token: string | undefined, salt = ''): Promise<JWT | null> {
  for (const secret of secrets()) {
    const opened = await decode({ ...(token === undefined ? {} : { token }), secret, salt }).catch(
      () => null,
    );
    if (opened) return opened;
  }
  return null;
}
