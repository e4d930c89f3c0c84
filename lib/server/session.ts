import 'server-only';
import { createHash } from 'node:crypto';
import type { JWT } from 'next-auth/jwt';
import * as z from 'zod';
import type { AwsCredentials, CredentialsSource } from '@/lib/aws/credentials';
import { isSandbox } from '@/lib/aws/endpoint';
import type { CenterSignIn } from '@/lib/aws/identity-center/renewal';
import type { OperatorInfo, SignInWay } from '@/lib/contract/operator';
import type { CompanySignIn } from './company-sso/renewal';
import { isReadOnly } from './config';
import { launchMark } from './launch';

interface SignedIn {
  readonly sid: string;
  readonly scope: string;
  readonly name: string;
  readonly account: string;
  readonly arn: string;
  readonly way: SignInWay;
  /** The region of the sign-in: where the account's own region list is asked. */
  readonly home: string;
  /** Epoch seconds, wall time, at which the sign-in ends at the latest. */
  readonly until: number;
}

/** One sign-in, as the doors work with it. */
export interface Session extends SignedIn {
  readonly credentials: CredentialsSource;
}

/** A sign-in with keys, inside the encrypted cookie. */
export interface SealedKeys extends SignedIn {
  readonly credentials: AwsCredentials;
}

/** A sign-in by IAM Identity Center: its token, and the role it is used for. */
export interface SealedCenter extends SignedIn {
  readonly center: Omit<CenterSignIn, 'sid' | 'until'>;
}

/** A sign-in by the company's own provider: the token that proves it, and the role it is used for. */
export interface SealedCompany extends SignedIn {
  readonly company: Omit<CompanySignIn, 'sid' | 'until'>;
}

/** A sign-in as it lives inside the encrypted cookie and nowhere else: with keys, or with where they come from. */
export type SealedSession =
  | SealedKeys
  | SealedCenter
  | SealedCompany
  | (SignedIn & { readonly profile: string; readonly launch: string });

const form = z.object({
  sid: z.string(),
  scope: z.string(),
  name: z.string(),
  account: z.string(),
  arn: z.string(),
  way: z.enum(['sandbox', 'center', 'company', 'profile', 'keys']),
  home: z.string(),
  until: z.number(),
  credentials: z
    .object({
      accessKeyId: z.string(),
      secretAccessKey: z.string(),
      sessionToken: z.string().exactOptional(),
    })
    .exactOptional(),
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
});

/** Reads a decrypted token; undefined when it is none of ours, or over. */
export function toSession(token: JWT | null, now: number): Session | undefined {
  const parsed = form.safeParse(token?.keyturn);
  if (!parsed.success || parsed.data.until * 1000 <= now) return undefined;
  const { credentials, center, company, profile, launch, ...signedIn } = parsed.data;
  const { sid, until, way } = signedIn;
  if (way === 'center') {
    return center && { ...signedIn, credentials: () => ofCenter({ ...center, sid, until }) };
  }
  if (way === 'company') {
    return company && { ...signedIn, credentials: () => ofCompany({ ...company, sid, until }) };
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

/** The part of a session the browser may know. */
export function toOperatorInfo(session: Session): OperatorInfo {
  const { name, account, arn, scope, way, until } = session;
  return {
    name,
    account,
    arn,
    scope,
    way,
    mark: markOf(session),
    expires: new Date(until * 1000).toISOString(),
    sandbox: isSandbox(),
    readOnly: isReadOnly(),
  };
}

/** The sign-in by IAM Identity Center inside a decrypted token; undefined when it is none, or over. */
export function readCenter(sealed: unknown): CenterSignIn | undefined {
  const parsed = form.safeParse(sealed);
  if (!parsed.success || parsed.data.center === undefined) return undefined;
  const { sid, until, center } = parsed.data;
  return until * 1000 > Date.now() ? { ...center, sid, until } : undefined;
}

/** The same of a sign-in by the company's own provider. */
export function readCompany(sealed: unknown): CompanySignIn | undefined {
  const parsed = form.safeParse(sealed);
  if (!parsed.success || parsed.data.company === undefined) return undefined;
  const { sid, until, company } = parsed.data;
  return until * 1000 > Date.now() ? { ...company, sid, until } : undefined;
}
