import 'server-only';
import type { NextRequest } from 'next/server';
import * as z from 'zod';
import { runOperation } from '@/lib/aws/commands';
import { explainLabelMove } from '@/lib/aws/explain';
import { explainRotation } from '@/lib/aws/explain-rotation';
import { requireCurrent } from '@/lib/aws/require-current';
import { LARGEST_VALUE, regionField, scopeField, versionIdField } from '@/lib/contract/fields';
import {
  type OfferedOperation,
  type OperationInput,
  operations,
  reasonField,
} from '@/lib/contract/operations';
import { type Problem, ProblemError, problemOf } from '@/lib/contract/problem';
import { safeReason } from '@/lib/domain/reason';
import { answer, NO_STORE } from './answer';
import { audit } from './audit';
import { isReadOnly } from './config';
import { requireLabelForm, requireNoSeen, requireOwnRegion, requirePutForm } from './input-guards';
import { requireScope } from './operator';
import { parse, readJson } from './parse';
import { clientAddress } from './peer';
import type { Session } from './session';

interface Path {
  readonly scope: string;
  readonly region: string;
  readonly operation: string;
}
const path = z.object({ scope: scopeField, region: regionField, operation: z.string() });

// A value may be 65,536 bytes, of which JSON may need six for one.
const limits: { readonly [N in OfferedOperation]?: number } = { PutSecretValue: 6 * LARGEST_VALUE + 4_096 };

/** Door one: one allow-listed AWS operation, its fields strict, its effect deciding what else happens. */
export function operationRoute() {
  return (request: NextRequest, context: { params: Promise<Path> }) =>
    answer(request, async (signIn) => {
      const { scope, region, operation } = parse(path, await context.params);
      const session = await requireScope(signIn, scope);
      const name = requireOffered(operation);
      requireWritable(name);
      const { input, reason, seenCurrent } = parse(bodyOf(name), await readJson(request, limits[name]));
      requireOwnRegion(input.SecretId, region);
      requireNoSeen(name, seenCurrent);
      if ('VersionStage' in input) requireLabelForm(input);
      if ('SecretString' in input) {
        requirePutForm('VersionStages' in input ? input.VersionStages : undefined, seenCurrent);
      }
      const client = clientAddress(request.headers);
      const act = { region, name, input: input as Input, reason, seenCurrent, client };
      if (operations[name].effect !== 'read') return audited(session, act);
      return (await run(session, region, name, input as Input)).response;
    });
}

// Made once each: a form costs more to make than to apply.
const bodies = new Map<OfferedOperation, ReturnType<typeof newBody>>();

function bodyOf(name: OfferedOperation) {
  const body = bodies.get(name) ?? newBody(name);
  bodies.set(name, body);
  return body;
}

const newBody = (name: OfferedOperation) =>
  z.strictObject({
    input: z.strictObject(operations[name].input),
    reason: reasonField.optional(),
    seenCurrent: versionIdField.nullable().optional(),
  });

function requireOffered(operation: string): OfferedOperation {
  // hasOwn: `__proto__` and `toString` are names like any other here.
  if (Object.hasOwn(operations, operation) && operations[operation as keyof typeof operations] !== null) {
    return operation as OfferedOperation;
  }
  throw new ProblemError(problemOf('operation-unknown'));
}

// Before the body is read: at a read-only console there is no write door to take it.
function requireWritable(name: OfferedOperation): void {
  if (operations[name].effect === 'read' || !isReadOnly()) return;
  throw new ProblemError(
    problemOf('read-only', { detail: `${name} is off: this console changes nothing at AWS.` }),
  );
}

type Input = { [N in OfferedOperation]: OperationInput<N> }[OfferedOperation];

async function run(session: Session, region: string, name: OfferedOperation, input: Input, reason?: string) {
  // The input was parsed by this operation's own row; the compiler cannot tie the two through a union.
  const { output, requestId, at } = await runOperation(session, region, name, input as never, reason);
  const { $metadata: _, ...plain } = output;
  return { requestId, response: Response.json({ output: plain, requestId, at }, { headers: NO_STORE }) };
}

interface Act {
  readonly region: string;
  readonly name: OfferedOperation;
  readonly input: Input;
  readonly reason: string | undefined;
  readonly seenCurrent: string | null | undefined;
  readonly client: string | undefined;
}

async function audited(session: Session, { region, name: operation, input, seenCurrent, ...act }: Act) {
  const reason = safeReason(act.reason ?? '') || undefined;
  const line = {
    operator: session.arn,
    scope: session.scope,
    client: act.client,
    region,
    ...regionsOf(input),
    operation,
    effect: operations[operation].effect,
    secret: input.SecretId,
    version: versionOf(input),
    reason,
  };
  try {
    if (seenCurrent !== undefined && 'ClientRequestToken' in input) {
      const seen = { seen: seenCurrent, token: input.ClientRequestToken ?? '' };
      await requireCurrent(session, region, input.SecretId ?? '', seen);
    }
    const done = await run(session, region, operation, input, reason);
    audit({ ...line, outcome: 'done', requestId: done.requestId });
    return done.response;
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause;
    const problem = await explained(session, { region, name: operation, input }, cause.problem);
    audit({ ...line, outcome: problem.code, requestId: problem.requestId });
    throw new ProblemError(problem);
  }
}

function explained(
  session: Session,
  { region, name, input }: Pick<Act, 'region' | 'name' | 'input'>,
  problem: Problem,
): Problem | Promise<Problem> {
  if (name === 'UpdateSecretVersionStage') {
    return explainLabelMove(session, region, input as OperationInput<typeof name>, problem);
  }
  if (name === 'RotateSecret') return explainRotation(session, region, input.SecretId, problem);
  return problem;
}

/** The version a write makes, a label is put on, or is taken off. */
function versionOf(input: Input): string | undefined {
  if ('VersionStage' in input) return input.MoveToVersionId ?? input.RemoveFromVersionId;
  return 'ClientRequestToken' in input ? input.ClientRequestToken : undefined;
}

/** The regions a change of a replication is about, for its audit line. */
function regionsOf(input: Input): { regions?: readonly string[] } {
  if ('RemoveReplicaRegions' in input) return { regions: input.RemoveReplicaRegions ?? [] };
  if (!('AddReplicaRegions' in input)) return {};
  return { regions: (input.AddReplicaRegions ?? []).flatMap(({ Region }) => Region ?? []) };
}
