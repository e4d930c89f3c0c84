import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { readPassword } from '@/lib/aws/password';
import { type ReadValue, readValue, type VersionRef } from '@/lib/aws/values';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import type { Compared, GeneratedPassword, PasswordBody, RevealBody, Revealed } from '@/lib/contract/values';
import { compareValues } from '@/lib/domain/value/compare';
import { outlineOf, partOf } from '@/lib/domain/value/value';

/** Told of every value that was asked of AWS, however it ended. */
export type OnRead = (version: VersionRef, ended: ReadValue | ProblemError) => void;

/** One part of one version's value. The outline names what else could be asked for. */
export async function readReveal(
  operator: AwsOperator,
  { arn, versionId, part, reason }: Omit<RevealBody, 'scope'>,
  onRead: OnRead,
): Promise<Revealed> {
  const { value, requestId, at } = await told({ arn, versionId }, reason, operator, onRead);
  const outline = outlineOf(value);
  if (part.kind === 'outline') return { outline, requestId, at };
  const shownValue = partOf(value, part);
  if (shownValue !== undefined) return { shownValue, outline, requestId, at };
  throw new ProblemError(
    problemOf('input-invalid', {
      requestId,
      fields: [{ path: 'part.key', rule: 'must be a top-level key of the value' }],
    }),
  );
}

/** How two versions differ, by key; both are read at once, and neither leaves the server. */
export async function readComparison(
  operator: AwsOperator,
  [left, right]: readonly [VersionRef, VersionRef],
  reason: string | undefined,
  onRead: OnRead,
): Promise<Compared> {
  const [before, after] = await Promise.allSettled([
    told(left, reason, operator, onRead),
    told(right, reason, operator, onRead),
  ]);
  if (before.status === 'rejected') throw before.reason;
  if (after.status === 'rejected') throw after.reason;
  return {
    comparison: compareValues(before.value.value, after.value.value),
    requestIds: [before.value.requestId, after.value.requestId],
    at: before.value.at > after.value.at ? before.value.at : after.value.at,
  };
}

/** A password AWS made for a value being written; no secret is concerned yet. */
export async function readGeneratedPassword(
  operator: AwsOperator,
  body: Omit<PasswordBody, 'scope'>,
): Promise<GeneratedPassword> {
  return readPassword(operator, body);
}

async function told(version: VersionRef, reason: string | undefined, operator: AwsOperator, onRead: OnRead) {
  try {
    const read = await readValue(operator, version, reason);
    onRead(version, read);
    return read;
  } catch (cause) {
    if (cause instanceof ProblemError) onRead(version, cause);
    throw cause;
  }
}
