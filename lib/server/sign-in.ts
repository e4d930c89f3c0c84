import 'server-only';
import * as z from 'zod';
import type { AwsCredentials } from '@/lib/aws/credentials';
import { type CallerIdentity, readCallerIdentity } from '@/lib/aws/identity';
import { regionField } from '@/lib/contract/fields';
import type { SignInWay } from '@/lib/contract/operator';
import { type ProblemCode, ProblemError } from '@/lib/contract/problem';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { begunBy, signInToAddTo, withPlace } from './add-to';
import { readSandboxOperators } from './sandbox-operators';
import type { Sealed } from './session';
import { SignInError } from './sign-in-error';

/** The longest sign-in, in seconds: one shift. */
export const LONGEST_SIGN_IN = 12 * 3600;

const keysForm = z.object({
  accessKeyId: z.string().regex(/^A[KS]IA[A-Z0-9]{12,124}$/),
  secretAccessKey: z
    .string()
    .min(16)
    .max(256)
    .regex(/^[\x21-\x7e]+$/),
  sessionToken: z
    .string()
    .max(8192)
    .regex(/^[\x21-\x7e]*$/)
    .optional(),
  region: regionField,
  // What a pasted block says about its own end; AWS would not tell.
  expiration: z.string().max(64).optional(),
});

/** Signs in, or adds a scope, with access keys: AWS names their holder, or the sign-in fails. */
export async function signInWithKeys(typed: unknown, cookies: string): Promise<Sealed> {
  const parsed = keysForm.safeParse(typed);
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path[0]);
    throw new SignInError(
      paths.includes('region') && paths.length === 1 ? 'region-unknown' : 'keys-malformed',
    );
  }
  const { accessKeyId, secretAccessKey, sessionToken, region, expiration } = parsed.data;
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  if (endOf(expiration) * 1000 <= Date.now()) throw new SignInError('keys-expired');
  return prove({
    credentials,
    home: region,
    way: 'keys',
    ends: expiration ? endOf(expiration) : undefined,
    typed,
    cookies,
  });
}

// A sign-in lasts no longer than its keys, as far as anybody said when they end.
function endOf(expiration: string | undefined): number {
  const end = Date.parse(expiration ?? '') / 1000;
  return Number.isNaN(end) ? Number.POSITIVE_INFINITY : Math.floor(end);
}

/** Signs in as one of the sandbox's operators; its keys never leave the server. */
export async function signInAsSandboxOperator(typed: unknown, cookies: string): Promise<Sealed> {
  const name = z.object({ operator: z.string().max(128) }).safeParse(typed).data?.operator;
  const operators = await readSandboxOperators().catch(() => {
    throw new SignInError('aws-unreachable');
  });
  const chosen = operators.find((operator) => operator.name === name);
  if (!chosen) throw new SignInError('operator-unknown');
  const { accessKeyId, secretAccessKey, sessionToken } = chosen;
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  return prove({ credentials, home: 'us-east-1', way: 'sandbox', typed, cookies });
}

interface Proving {
  readonly credentials: AwsCredentials;
  readonly home: string;
  readonly way: SignInWay;
  /** Epoch seconds at which the keys end, if anybody said. */
  readonly ends?: number | undefined;
  readonly typed: unknown;
  readonly cookies: string;
}

async function prove({ credentials, home, way, ends, typed, cookies }: Proving): Promise<Sealed> {
  const known = await signInToAddTo(typed, cookies, way);
  const place = { ...(await proven(credentials, home)), home, credentials, ...(ends && { ends }) };
  if (known) return withPlace(known, place);
  const shift = Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN;
  return { ...begunBy(undefined, Math.min(shift, ends ?? shift)), way, ...place };
}

/** Whom AWS knows credentials as, or a SignInError; `instead` says some failures in other words. */
export async function proven(
  credentials: AwsCredentials,
  home: string,
  instead: Partial<Record<SignInErrorCode, SignInErrorCode>> = {},
): Promise<CallerIdentity> {
  try {
    return await readCallerIdentity(credentials, home);
  } catch (cause) {
    const code = failure(cause);
    throw new SignInError(instead[code] ?? code);
  }
}

const failures: Partial<Record<ProblemCode, SignInErrorCode>> = {
  'credentials-refused': 'keys-refused',
  'access-denied': 'keys-refused',
  'sign-in-expired': 'keys-expired',
  throttled: 'aws-throttled',
};

function failure(cause: unknown): SignInErrorCode {
  if (!(cause instanceof ProblemError)) return 'aws-unreachable';
  return failures[cause.problem.code] ?? 'aws-unreachable';
}
