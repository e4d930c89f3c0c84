import 'server-only';
import { createHash } from 'node:crypto';
import type { JWT } from 'next-auth/jwt';
import * as z from 'zod';
import type { AwsCredentials } from '@/lib/aws/credentials';
import { isSandbox } from '@/lib/aws/endpoint';
import type { OperatorInfo, SignInWay } from '@/lib/contract/operator';

/** One sign-in, as it lives inside the encrypted cookie and nowhere else. */
export interface Session {
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
  readonly credentials: AwsCredentials;
}

const form = z.object({
  sid: z.string(),
  scope: z.string(),
  name: z.string(),
  account: z.string(),
  arn: z.string(),
  way: z.enum(['sandbox', 'keys']),
  home: z.string(),
  until: z.number(),
  credentials: z.object({
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string().exactOptional(),
  }),
});

/** Reads a decrypted token; undefined when it is none of ours, or over. */
export function toSession(token: JWT | null, now: number): Session | undefined {
  const parsed = form.safeParse(token?.keyturn);
  return parsed.success && parsed.data.until * 1000 > now ? parsed.data : undefined;
}

/** What the browser tells this sign-in by: from the id, which itself stays in the cookie. */
export function markOf(session: Session): string {
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
  };
}
