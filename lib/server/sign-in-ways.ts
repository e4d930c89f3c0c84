import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { isSandbox } from '@/lib/aws/endpoint';
import { companySso } from './company-sso/configured';
import { companyProvider } from './company-sso/provider';
import { signInWithCompany } from './company-sso/sign-in';
import { signInWithRole } from './further-role';
import { signInWithCenter } from './identity-center/sign-in';
import { profilesOffered } from './launch';
import { signInWithProfile } from './profile-sign-in';
import type { Sealed } from './session';
import { signInAsSandboxOperator, signInWithKeys } from './sign-in';

declare module 'next-auth' {
  interface User {
    keyturn: Sealed;
  }
}

const text = (label: string) => ({ label, type: 'text' });

const keys = CredentialsProvider({
  id: 'keys',
  name: 'Access keys',
  credentials: {
    accessKeyId: text('Access key id'),
    secretAccessKey: { label: 'Secret access key', type: 'password' },
    sessionToken: { label: 'Session token', type: 'password' },
    region: text('Region'),
    expiration: text('Expiration'),
  },
  authorize: async (typed, { headers }) => asUser(await signInWithKeys(typed, headers?.cookie ?? '')),
});

const sandbox = CredentialsProvider({
  id: 'sandbox',
  name: 'Sandbox operator',
  credentials: { operator: text('Operator') },
  authorize: async (typed, { headers }) =>
    asUser(await signInAsSandboxOperator(typed, headers?.cookie ?? '')),
});

const role = CredentialsProvider({
  id: 'role',
  name: 'Further role',
  credentials: {
    from: text('Scope'),
    role: text('Role ARN'),
    externalId: text('External id'),
    device: text('MFA device'),
    code: text('MFA code'),
  },
  authorize: async (typed, { headers }) => asUser(await signInWithRole(typed, headers?.cookie ?? '')),
});

const profile = CredentialsProvider({
  id: 'profile',
  name: 'Local AWS profile',
  credentials: { profile: text('Profile') },
  authorize: async (typed, { headers }) => asUser(await signInWithProfile(typed, headers?.cookie ?? '')),
});

const center = CredentialsProvider({
  id: 'center',
  name: 'IAM Identity Center',
  credentials: { account: text('Account'), role: text('Role') },
  authorize: async (typed, { headers }) => asUser(await signInWithCenter(typed, headers?.cookie ?? '')),
});

const company = CredentialsProvider({
  id: 'company',
  name: 'A role by the company sign-in',
  credentials: { role: text('Role') },
  authorize: async (typed, { headers }) => asUser(await signInWithCompany(typed, headers?.cookie ?? '')),
});

const asUser = (session: Sealed) => ({ id: session.sid, keyturn: session });

/** The ways in that exist here and now: they depend on configuration, and on where AWS is. */
export function signInWays(): NextAuthOptions['providers'] {
  const sso = companySso();
  return [
    ...(isSandbox() ? [sandbox] : []),
    ...(profilesOffered() ? [profile] : []),
    ...(sso ? [companyProvider(sso), company] : []),
    center,
    keys,
    role,
  ];
}
