import 'server-only';
import * as z from 'zod';
import { regionField } from '@/lib/contract/fields';
import type { RoleRule } from '@/lib/domain/company/role-rule';

/** The company's own sign-in, as whoever runs this console has set it up. */
export interface CompanySso {
  /** The provider's discovery document. https://openid.net/specs/openid-connect-discovery-1_0.html */
  readonly discovery: string;
  readonly clientId: string;
  /** Absent: a public client, proven by PKCE alone. */
  readonly clientSecret?: string;
  /** What the sign-in page calls it. */
  readonly name: string;
  /** Where roles are assumed. */
  readonly region: string;
  readonly rules: readonly RoleRule[];
}

const rules = z
  .array(
    z.strictObject({
      claim: z.string().min(1).max(256),
      value: z.string().min(1).max(256),
      role: z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/),
    }),
  )
  .min(1);

const form = z.object({
  // Only what is on this computer may do without TLS.
  discovery: z.url().regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).exactOptional(),
  name: z.string().min(1).max(60),
  region: regionField,
  rules,
});

/**
 * The company's sign-in (`KEYTURN_OIDC_DISCOVERY`, `_CLIENT_ID`, `_CLIENT_SECRET`, `_NAME`, `_REGION`, and `_ROLES` as JSON);
 * undefined without it. Throws when it is set up halfway: nobody shall find out by a sign-in that leads nowhere.
 */
export function companySso(): CompanySso | undefined {
  const parsed = configured();
  if (parsed === undefined || parsed.success) return parsed?.data;
  throw new Error(`The company's sign-in is not set up: look at ${wrongIn(parsed.error).join(', ')}.`);
}

/** The names of its settings that are missing or unusable; none where it is set up, or not meant to be. */
export function companySsoFaults(): string[] {
  const parsed = configured();
  return parsed === undefined || parsed.success ? [] : wrongIn(parsed.error);
}

function configured() {
  const { env } = process;
  const discovery = env.KEYTURN_OIDC_DISCOVERY || undefined;
  if (discovery === undefined) return undefined;
  const clientSecret = env.KEYTURN_OIDC_CLIENT_SECRET;
  return form.safeParse({
    discovery,
    clientId: env.KEYTURN_OIDC_CLIENT_ID ?? '',
    ...(clientSecret ? { clientSecret } : {}),
    name: env.KEYTURN_OIDC_NAME || 'Company SSO',
    region: env.KEYTURN_OIDC_REGION || 'us-east-1',
    rules: json(env.KEYTURN_OIDC_ROLES ?? ''),
  });
}

const wrongIn = ({ issues }: z.ZodError) => [
  ...new Set(issues.map(({ path }) => variables[String(path[0])] ?? '')),
];

const variables: Readonly<Record<string, string>> = {
  discovery: 'KEYTURN_OIDC_DISCOVERY',
  clientId: 'KEYTURN_OIDC_CLIENT_ID',
  clientSecret: 'KEYTURN_OIDC_CLIENT_SECRET',
  name: 'KEYTURN_OIDC_NAME',
  region: 'KEYTURN_OIDC_REGION',
  rules: 'KEYTURN_OIDC_ROLES',
};

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
