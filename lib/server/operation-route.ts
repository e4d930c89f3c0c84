import 'server-only';
import type { NextRequest } from 'next/server';
import * as z from 'zod';
import { runOperation } from '@/lib/aws/commands';
import { explainLabelMove } from '@/lib/aws/explain';
import { regionField, scopeField } from '@/lib/contract/fields';
import {
  type OfferedOperation,
  type OperationInput,
  operations,
  reasonField,
} from '@/lib/contract/operations';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { parseSecretArn } from '@/lib/domain/arn';
import { safeReason } from '@/lib/domain/reason';
import { answer, NO_STORE } from './answer';
import { audit } from './audit';
import { requireScope } from './operator';
import { parse, readJson } from './parse';
import type { Session } from './session';

interface Path {
  readonly scope: string;
  readonly region: string;
  readonly operation: string;
}
const path = z.object({ scope: scopeField, region: regionField, operation: z.string() });

/** Door one: one allow-listed AWS operation, its fields strict, its effect deciding what else happens. */
export function operationRoute() {
  return (request: NextRequest, context: { params: Promise<Path> }) =>
    answer(request, async (session) => {
      const { scope, region, operation } = parse(path, await context.params);
      requireScope(session, scope);
      const name = requireOffered(operation);
      const body = z.strictObject({
        input: z.strictObject(operations[name].input),
        reason: reasonField.optional(),
      });
      const { input, reason } = parse(body, await readJson(request));
      requireOwnRegion(input.SecretId, region);
      requireComparison(input);
      if (operations[name].effect !== 'read') return audited(session, region, name, input as Input, reason);
      return (await run(session, region, name, input as Input)).response;
    });
}

function requireOffered(operation: string): OfferedOperation {
  // hasOwn: `__proto__` and `toString` are names like any other here.
  if (Object.hasOwn(operations, operation) && operations[operation as keyof typeof operations] !== null) {
    return operation as OfferedOperation;
  }
  throw new ProblemError(problemOf('operation-unknown'));
}

// An ARN of another region would make AWS answer about a secret the caller did not name.
function requireOwnRegion(arn: string, region: string): void {
  if (parseSecretArn(arn)?.region === region) return;
  throw new ProblemError(
    problemOf('input-invalid', {
      fields: [{ path: 'input.SecretId', rule: 'must be of the region in the path' }],
    }),
  );
}

// Without the version it is taken from, a move of AWSCURRENT would not be a compare-and-swap.
function requireComparison(input: object): void {
  if (!('VersionStage' in input) || input.VersionStage !== 'AWSCURRENT' || 'RemoveFromVersionId' in input)
    return;
  throw new ProblemError(
    problemOf('input-invalid', {
      fields: [{ path: 'input.RemoveFromVersionId', rule: 'must name the version AWSCURRENT is taken from' }],
    }),
  );
}

type Input = { [N in OfferedOperation]: OperationInput<N> }[OfferedOperation];

async function run(session: Session, region: string, name: OfferedOperation, input: Input, reason?: string) {
  // The input was parsed by this operation's own row; the compiler cannot tie the two through a union.
  const { output, requestId, at } = await runOperation(session, region, name, input as never, reason);
  const { $metadata: _, ...plain } = output;
  return { requestId, response: Response.json({ output: plain, requestId, at }, { headers: NO_STORE }) };
}

async function audited(
  session: Session,
  region: string,
  operation: OfferedOperation,
  input: Input,
  typed?: string,
) {
  const reason = safeReason(typed ?? '') || undefined;
  const line = {
    operator: session.arn,
    scope: session.scope,
    region,
    operation,
    effect: operations[operation].effect,
    secret: input.SecretId,
    reason,
  };
  try {
    const done = await run(session, region, operation, input, reason);
    audit({ ...line, outcome: 'done', requestId: done.requestId });
    return done.response;
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause;
    const problem =
      operation === 'UpdateSecretVersionStage'
        ? await explainLabelMove(session, region, input as OperationInput<typeof operation>, cause.problem)
        : cause.problem;
    audit({ ...line, outcome: problem.code, requestId: problem.requestId });
    throw new ProblemError(problem);
  }
}
