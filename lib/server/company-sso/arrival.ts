import 'server-only';
import { createHash } from 'node:crypto';
import type { Account } from 'next-auth';
import { rolesFor } from '@/lib/domain/company/role-rule';
import { sessionNameOf } from '@/lib/domain/company/session-name';
import type { Pending } from '../pending/pending';
import { LONGEST_SIGN_IN } from '../sign-in';
import type { CompanySso } from './configured';
import type { Claims } from './provider';

/** What a browser comes back with from the company's provider, for its cookie: roles are chosen from it. */
export function arrived(
  { rules, region }: CompanySso,
  account: Account,
  claims: Claims,
): Pending | undefined {
  const { id_token: idToken, refresh_token: refreshToken } = account;
  const ends = typeof claims.exp === 'number' ? claims.exp : 0;
  if (idToken === undefined || ends * 1000 <= Date.now()) return undefined;
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : undefined);
  // A subject is one person's within its issuer: https://openid.net/specs/openid-connect-core-1_0.html#SubjectIDTypes
  const mark = createHash('sha256')
    .update(`${text('iss') ?? ''} ${claims.sub}`)
    .digest('hex');
  const sessionName = sessionNameOf(
    {
      subject: claims.sub,
      email: text('email'),
      verified: claims.email_verified === true,
      username: text('preferred_username') ?? text('name'),
    },
    mark,
  );
  return {
    step: 'company',
    region,
    idToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    sessionName,
    // The token is proof enough for AWS, but which roles are whose is decided here.
    roles: rolesFor(claims, rules),
    until: Math.min(ends, Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN),
  };
}
