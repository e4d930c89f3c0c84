import { expect } from 'vitest';
import { POST } from '@/app/api/views/replication/route';
import type { ReplicationLine } from '@/lib/contract/answers';
import { requestTo, type SignedIn } from './console';

/** The replication's door, as the browser's reader calls it. */
export function askReplication(who: SignedIn | undefined, question: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie: who?.cookie ?? null };
  return POST(
    requestTo('/api/views/replication', { method: 'POST', headers, body: JSON.stringify(question) }),
  );
}

/** Copies of secrets, line by line in the order of arrival. */
export async function readCopies(who: SignedIn, arns: readonly string[]): Promise<ReplicationLine[]> {
  const response = await askReplication(who, { scope: who.session.scope, arns });
  expect(response.status, 'the replication was refused').toBe(200);
  const text = await response.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ReplicationLine);
}

/** How many copies of a region were read. */
export const readIn = (lines: readonly ReplicationLine[], region: string): number =>
  lines.filter((line) => line.kind === 'read' && line.arn.includes(`:${region}:`)).length;
