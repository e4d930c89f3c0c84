import 'server-only';
import { createHash } from 'node:crypto';
import type { JWT } from 'next-auth/jwt';
import * as z from 'zod';
import type { CredentialsSource } from '@/lib/aws/credentials';
import type { CenterSignIn } from '@/lib/aws/identity-center/renewal';
import type { SignInWay } from '@/lib/contract/operator';
import type { CompanySignIn } from './company-sso/renewal';
import { launchMark } from './launch';

/** An account and a role or user in it, as AWS named them. */
interface Holder {
  readonly scope: string;
  readonly name: string;
  readonly account: string;
  readonly arn: string;
  /** The region signed in by: where the account's own region list is asked. */
  readonly home: string;
  /** Epoch seconds, wall time, at which its own credentials end, before the sign-in does; absent where nobody said. */
  readonly ends?: number;
}

/** What is the same in every scope of a sign-in. */
interface Begun {
  readonly sid: string;
  readonly way: SignInWay;
  /** Epoch seconds, wall time, at which the sign-in ends at the latest. */
  readonly until: number;
}

type SignedIn = Begun & Holder;

/** A sign-in narrowed to one of its scopes, as the doors work with it. */
export interface Session extends SignedIn {
  readonly credentials: CredentialsSource;
}

/** One sign-in, with every scope it holds: the one it began with first. */
export interface SignIn extends Begun {
  /** Epoch seconds at which the token behind it ends, where the cookie holds with what to renew it. */
  readonly renewBy?: number;
  readonly places: readonly [Session, ...Session[]];
}

/** The most scopes of one sign-in. */
export const MOST_PLACES = 10;

const keysForm = z.object({
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  sessionToken: z.string().exactOptional(),
});

const holder = {
  scope: z.string(),
  name: z.string(),
  account: z.string(),
  arn: z.string(),
  home: z.string(),
  ends: z.number().exactOptional(),
};

const form = z.object({
  sid: z.string(),
  ...holder,
  way: z.enum(['sandbox', 'center', 'company', 'profile', 'keys']),
  until: z.number(),
  credentials: keysForm.exactOptional(),
  center: z
    .object({
      region: z.string(),
      account: z.string(),
      role: z.string(),
      registration: z.object({ clientId: z.string(), clientSecret: z.string() }),
      token: z.object({
        accessToken: z.string(),
        refreshToken: z.string().exactOptional(),
        until: z.number(),
      }),
    })
    .exactOptional(),
  company: z
    .object({
      region: z.string(),
      role: z.string(),
      sessionName: z.string(),
      idToken: z.string(),
      idTokenEnds: z.number(),
      refreshToken: z.string().exactOptional(),
    })
    .exactOptional(),
  profile: z.string().exactOptional(),
  launch: z.string().exactOptional(),
  more: z
    .array(
      z.object({
        ...holder,
        credentials: keysForm.exactOptional(),
        role: z.string().exactOptional(),
        profile: z.string().exactOptional(),
      }),
    )
    .max(MOST_PLACES - 1)
    .exactOptional(),
});

/** A sign-in as it lives inside the encrypted cookie and nowhere else: with keys, or with where they come from. */
export type Sealed = z.infer<typeof form>;

/** A further scope of it: with keys of its own, or the role or profile its credentials come by. */
export type SealedPlace = NonNullable<Sealed['more']>[number];

/** Reads a decrypted token; undefined when it is none of ours, or over. */
export function toSignIn(token: JWT | null, now: number): SignIn | undefined {
  const parsed = form.safeParse(token?.keyturn);
  if (!parsed.success || parsed.data.until * 1000 <= now) return undefined;
  const sealed = parsed.data;
  const { sid, way, until, more = [] } = sealed;
  const first = sessionIn(sealed);
  if (!first) return undefined;
  const further = more.flatMap((place) => sessionIn(placedIn(sealed, place)) ?? []);
  return { sid, way, until, ...renewByOf(sealed), places: [first, ...further] };
}

function renewByOf({ center, company }: Sealed): Pick<SignIn, 'renewBy'> {
  if (center?.token.refreshToken !== undefined) return { renewBy: center.token.until };
  return company?.refreshToken === undefined ? {} : { renewBy: company.idTokenEnds };
}

/** A sign-in as it would be, had it begun with one of its further scopes. */
export function placedIn(sealed: Sealed, place: SealedPlace): Sealed {
  const { credentials: _, profile: __, more: ___, ...begun } = sealed;
  const { role, credentials, profile, ...held } = place;
  return {
    ...begun,
    ...held,
    ...(credentials && { credentials }),
    ...(profile !== undefined && { profile }),
    ...(begun.center && role !== undefined && { center: { ...begun.center, account: held.account, role } }),
    ...(begun.company && role !== undefined && { company: { ...begun.company, role } }),
  };
}

function sessionIn(sealed: Sealed): Session | undefined {
  const { credentials, center, company, profile, launch, more: _, ...signedIn } = sealed;
  const { sid, scope, until, way } = signedIn;
  if (way === 'center') {
    return center && { ...signedIn, credentials: () => ofCenter({ ...center, sid, scope, until }) };
  }
  if (way === 'company') {
    return company && { ...signedIn, credentials: () => ofCompany({ ...company, sid, scope, until }) };
  }
  if (way !== 'profile') return credentials && { ...signedIn, credentials };
  // Who could start a program by a cookie of an earlier start would not have needed the token of this one.
  if (profile === undefined || launch === undefined || launch !== launchMark()) return undefined;
  return { ...signedIn, credentials: () => renewable({ ...signedIn, profile }) };
}

async function ofCenter(signIn: CenterSignIn) {
  const { centerCredentials } = await import('@/lib/aws/identity-center/renewal');
  return centerCredentials(signIn);
}

async function ofCompany(signIn: CompanySignIn) {
  const { companyCredentials } = await import('./company-sso/renewal');
  return companyCredentials(signIn);
}

// The SDK's ways to resolve profiles are large, and most sign-ins have no use for them.
async function renewable(signIn: SignedIn & { readonly profile: string }) {
  const { profileCredentials } = await import('@/lib/aws/profiles/renewal');
  return profileCredentials(signIn);
}

/** What the browser tells this sign-in by: from the id, which itself stays in the cookie. */
export function markOf(session: Pick<Session, 'sid'>): string {
  return createHash('sha256').update(session.sid).digest('base64url').slice(0, 16);
}

/** What a decrypted token holds as sealed, to be sealed anew with a change; undefined when it is none, or over. */
export function readSealed(sealed: unknown): Sealed | undefined {
  const parsed = form.safeParse(sealed);
  return parsed.success && parsed.data.until * 1000 > Date.now() ? parsed.data : undefined;
}

/** The sign-in by IAM Identity Center inside a decrypted token; undefined when it is none, or over. */
export function readCenter(sealed: unknown): CenterSignIn | undefined {
  const known = readSealed(sealed);
  if (!known?.center) return undefined;
  const { sid, scope, until, center } = known;
  return { ...center, sid, scope, until };
}

/** The same of a sign-in by the company's own provider. */
export function readCompany(sealed: unknown): CompanySignIn | undefined {
  const known = readSealed(sealed);
  if (!known?.company) return undefined;
  const { sid, scope, until, company } = known;
  return { ...company, sid, scope, until };
}
