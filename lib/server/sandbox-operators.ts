import 'server-only';
import * as z from 'zod';
import { configuredEndpoint, isSandbox } from '@/lib/aws/endpoint';
import type { SandboxOperator } from '@/lib/contract/operator';

const form = z.array(
  z.object({
    name: z.string(),
    account: z.string(),
    arn: z.string(),
    rights: z.string(),
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string().exactOptional(),
  }),
);

type WithKeys = z.infer<typeof form>[number];

/** The sandbox's operators with their keys, for the server only; none unless AWS is a sandbox on loopback. */
export async function readSandboxOperators(): Promise<WithKeys[]> {
  const endpoint = configuredEndpoint();
  if (!isSandbox() || endpoint === undefined) return [];
  const response = await fetch(new URL('/_sandbox/operators', endpoint), {
    cache: 'no-store',
    signal: AbortSignal.timeout(3_000),
  });
  return form.parse(await response.json());
}

/** The same as a sign-in page may show them: names and rights, no keys. */
export function withoutKeys(operators: readonly WithKeys[]): SandboxOperator[] {
  return operators.map(({ name, account, arn, rights }) => ({ name, account, arn, rights }));
}
