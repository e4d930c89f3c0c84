import 'server-only';
import type { NextRequest } from 'next/server';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import type { ValueView } from '@/lib/contract/values';
import { parseSecretArn } from '@/lib/domain/arn';
import { safeReason } from '@/lib/domain/reason';
import { answer, NO_STORE } from './answer';
import { audit } from './audit';
import { revealsPerMinute } from './config';
import { requireScope } from './operator';
import { parse, readJson } from './parse';
import { clientAddress } from './peer';
import { MinuteRate } from './rate';
import type { Session } from './session';

type Asked = { readonly scope: string; readonly reason?: string | undefined };
type Version = { readonly arn: string; readonly versionId: string };
const rate = new MinuteRate();

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
    answer(request, async (signIn) => {
      const asked = parse(view.body, await readJson(request));
      const session = await requireScope(signIn, asked.scope);
      requireRate(session, 'left' in asked ? 2 : 1);
      const reason = safeReason(asked.reason ?? '') || undefined;
      const client = clientAddress(request.headers);
      const onRead = (version: Version, ended: Ended) => line(session, version, { reason, client, ended });
      return Response.json(await read(session, { ...asked, reason }, onRead), { headers: NO_STORE });
    });
}

// A person reads values one by one; what reads many is a script in a stolen page.
function requireRate({ sid }: Session, values: number): void {
  const most = revealsPerMinute();
  if (rate.take(sid, values, most, Date.now())) return;
  const detail = `One sign-in may read ${most} values a minute here.`;
  throw new ProblemError(problemOf('limit-reached', { detail }));
}

interface Told {
  readonly reason: string | undefined;
  readonly client: string | undefined;
  readonly ended: Ended;
}

function line(session: Session, { arn, versionId }: Version, { reason, client, ended }: Told): void {
  const refused = ended instanceof ProblemError ? ended.problem : undefined;
  audit({
    operator: session.arn,
    scope: session.scope,
    client,
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
