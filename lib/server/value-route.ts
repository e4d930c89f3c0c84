import 'server-only';
import type { NextRequest } from 'next/server';
import { ProblemError } from '@/lib/contract/problem';
import type { ValueView } from '@/lib/contract/values';
import { parseSecretArn } from '@/lib/domain/arn';
import { safeReason } from '@/lib/domain/reason';
import { answer, NO_STORE } from './answer';
import { audit } from './audit';
import { requireScope } from './operator';
import { parse, readJson } from './parse';
import type { Session } from './session';

type Asked = { readonly scope: string; readonly reason?: string | undefined };
type Version = { readonly arn: string; readonly versionId: string };
type Ended = { readonly requestId: string } | ProblemError;

/**
 * Door two, for what needs a value: by POST, because addresses are logged; one audit line for each value that was
 * asked of AWS, whether it was handed out or not.
 */
export function valueRoute<Body extends Asked, Answer>(
  view: ValueView<Body, Answer>,
  read: (session: Session, body: Body, onRead: (version: Version, ended: Ended) => void) => Promise<Answer>,
) {
  return (request: NextRequest) =>
    answer(request, async (session) => {
      const asked = parse(view.body, await readJson(request));
      requireScope(session, asked.scope);
      const reason = safeReason(asked.reason ?? '') || undefined;
      const onRead = (version: Version, ended: Ended) => line(session, version, reason, ended);
      return Response.json(await read(session, { ...asked, reason }, onRead), { headers: NO_STORE });
    });
}

function line(session: Session, { arn, versionId }: Version, reason: string | undefined, ended: Ended): void {
  const refused = ended instanceof ProblemError ? ended.problem : undefined;
  audit({
    operator: session.arn,
    scope: session.scope,
    region: parseSecretArn(arn)?.region ?? '',
    operation: 'GetSecretValue',
    effect: 'reveal',
    secret: arn,
    version: versionId,
    reason,
    outcome: refused?.code ?? 'done',
    requestId: refused ? refused.requestId : (ended as { requestId: string }).requestId,
  });
}
