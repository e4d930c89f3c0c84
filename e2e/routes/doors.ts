import type { NextRequest } from 'next/server';
import { expect } from 'vitest';
import { POST as operationDoor } from '@/app/api/secretsmanager/[scope]/[region]/[operation]/route';
import { GET as inventoryDoor } from '@/app/api/views/inventory/route';
import { GET as secretDoor } from '@/app/api/views/secret/route';
import { GET as timelineDoor } from '@/app/api/views/timeline/route';
import type { InventoryLine, SecretReading } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import { type Headers, requestTo, type SignedIn } from './console';

/** What differs from the plain request of a signed-in page. */
export interface More {
  readonly scope?: string;
  readonly region?: string;
  readonly operation?: string;
  readonly reason?: string;
  readonly headers?: Headers;
  /** Instead of `{ input }` as JSON. */
  readonly body?: BodyInit;
}

/** Door one, as the client of the browser room calls it. */
export function post(who: SignedIn | undefined, input: unknown, more: More = {}): Promise<Response> {
  const path = {
    scope: more.scope ?? who?.session.scope ?? '441200879921.nobody',
    region: more.region ?? 'us-east-1',
    operation: more.operation ?? 'UpdateSecretVersionStage',
  };
  const { reason } = more;
  const request = requestTo(
    `/api/secretsmanager/${[path.scope, path.region, path.operation].map(encoded).join('/')}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: who?.cookie ?? null, ...more.headers },
      body: more.body ?? JSON.stringify({ input, ...(reason === undefined ? {} : { reason }) }),
    },
  );
  return operationDoor(request, { params: Promise.resolve(path) });
}

// The handler gets the text itself; only the address cannot hold half a character.
const encoded = (part: string) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));

/** A label move through door one. */
export const moveLabel = (
  who: SignedIn,
  arn: string,
  { from, to, label = 'AWSCURRENT' }: { from?: string; to: string; label?: string },
  more: More = {},
) =>
  post(
    who,
    {
      SecretId: arn,
      VersionStage: label,
      MoveToVersionId: to,
      ...(from === undefined ? {} : { RemoveFromVersionId: from }),
    },
    { region: arn.split(':')[3] ?? '', ...more },
  );

const views = {
  '/api/views/inventory': inventoryDoor,
  '/api/views/secret': secretDoor,
  '/api/views/timeline': timelineDoor,
} satisfies Record<string, (request: NextRequest) => Promise<Response>>;

/** Door two. */
export function get(
  who: SignedIn | undefined,
  view: keyof typeof views,
  query: Readonly<Record<string, string>> | string,
  headers: Headers = {},
): Promise<Response> {
  const search = typeof query === 'string' ? query : new URLSearchParams(query).toString();
  return views[view](
    requestTo(`${view}?${search}`, { headers: { cookie: who?.cookie ?? null, ...headers } }),
  );
}

/** The whole inventory, line by line in the order of arrival. */
export async function inventory(who: SignedIn, more: { regions?: string } = {}): Promise<InventoryLine[]> {
  const response = await get(who, '/api/views/inventory', { scope: who.session.scope, ...more });
  expect(response.status, 'the inventory was refused').toBe(200);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const text = await response.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as InventoryLine);
}

/** The secret page's reading. */
export async function reading(who: SignedIn, arn: string): Promise<SecretReading> {
  const response = await get(who, '/api/views/secret', { scope: who.session.scope, arn });
  expect(response.status, 'the secret was refused').toBe(200);
  return response.json();
}

/** The problem a door answers; fails when the answer is none, or breaks the form every problem has. */
export async function problemIn(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem: Problem = await response.json();
  expect(problem.status).toBe(response.status);
  expect(problem.type).toBe(`/problems/${problem.code}`);
  return problem;
}
