import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AwsCredentials } from '@/lib/aws/credentials';
import { type CallerIdentity, readCallerIdentity } from '@/lib/aws/identity';
import { regionField } from '@/lib/contract/fields';
import type { SignInWay } from '@/lib/contract/operator';
import { type ProblemCode, ProblemError } from '@/lib/contract/problem';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { readSandboxOperators } from './sandbox-operators';
import type { SealedKeys } from './session';

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

/** A sign-in that failed, by its code in the closed list; carries nothing that was typed. */
export class SignInError extends Error {
  constructor(code: SignInErrorCode) {
    super(code);
    this.name = 'SignInError';
  }
}

/** Signs in with access keys: AWS names their holder, or the sign-in fails. */
export async function signInWithKeys(typed: unknown): Promise<SealedKeys> {
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
  const session = await prove(credentials, region, 'keys');
  return { ...session, until: Math.min(session.until, endOf(expiration)) };
}

// A sign-in lasts no longer than its keys, as far as anybody said when they end.
function endOf(expiration: string | undefined): number {
  const end = Date.parse(expiration ?? '') / 1000;
  return Number.isNaN(end) ? Number.POSITIVE_INFINITY : Math.floor(end);
}

/** Signs in as one of the sandbox's operators; its keys never leave the server. */
export async function signInAsSandboxOperator(typed: unknown): Promise<SealedKeys> {
  const name = z.object({ operator: z.string().max(128) }).safeParse(typed).data?.operator;
  const operators = await readSandboxOperators().catch(() => {
    throw new SignInError('aws-unreachable');
  });
  const chosen = operators.find((operator) => operator.name === name);
  if (!chosen) throw new SignInError('operator-unknown');
  const { accessKeyId, secretAccessKey, sessionToken } = chosen;
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  return prove(credentials, 'us-east-1', 'sandbox');
}

async function prove(credentials: AwsCredentials, home: string, way: SignInWay): Promise<SealedKeys> {
  const { account, arn, name, scope } = await proven(credentials, home);
  const until = Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN;
  return { sid: randomUUID(), scope, name, account, arn, way, home, until, credentials };
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
