import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { nextSteps } from '@/components/problem/next-steps';
import { refusalAdvice, refusalWords } from '@/components/problem/refusal-words';
import { CopyButton, CopyIcon } from '@/components/ui/copy-button';
import { later } from '@/components/ui/later';
import { Notice } from '@/components/ui/notice';
import type { Tone } from '@/components/ui/tone';
import { useShownText } from '@/lib/client/screen-share';
import type { Problem } from '@/lib/contract/problem';
import { parseSecretArn } from '@/lib/domain/arn';

const AddAgain = later(async () => (await import('@/components/problem/add-again')).AddAgain);

/** Refusals and things to wait for are warnings; what broke, or may have, is a failure. */
function toneOf({ status, code }: Problem): Tone {
  return status >= 500 || status === 422 || code === 'operation-unknown' ? 'fail' : 'warn';
}

interface ProblemNoticeProps {
  readonly problem: Problem;
  /** What can be done here, e.g. Retry. */
  readonly actions?: ReactNode;
  readonly form?: 'strip' | 'panel';
  /** `alert` only for a write that failed: it interrupts a screen reader. */
  readonly role?: 'status' | 'alert';
  readonly className?: string;
}

/** A failure as an operator needs it: what failed, where, AWS's own words, what to do, and the request id. */
export function ProblemNotice({ problem, actions, form, role, className }: ProblemNoticeProps) {
  const { title, code, status, detail, region, operation, action, resource, requestId, fields } = problem;
  const shown = useShownText(parseSecretArn(resource ?? '')?.name);
  const statement =
    action && JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource ?? '*' }, undefined, 2);
  return (
    <Notice
      tone={toneOf(problem)}
      icon={status === 403 ? Lock : undefined}
      title={title}
      {...(form && { form })}
      role={role}
      {...(className && { className })}
      actions={
        (actions || statement || code === 'scope-ended') && (
          <>
            {actions}
            {code === 'scope-ended' && <AddAgain />}
            {statement && <CopyButton text={statement} what="policy statement" variant="secondary" />}
          </>
        )
      }
    >
      <div className="space-y-1">
        <Where operation={operation ?? action} region={region} resource={resource && shown(resource)} />
        {detail && <p className={operation ? 'font-mono text-2xs leading-4' : undefined}>{shown(detail)}</p>}
        {fields && fields.length > 0 && (
          <ul className="list-disc pl-4">
            {fields.map(({ path, rule }) => (
              <li key={`${path} ${rule}`}>
                <span className="font-mono">{path}</span>: {rule}
              </li>
            ))}
          </ul>
        )}
        {code === 'access-denied' && action && detail && (
          <p>
            {refusalWords(action, detail)}. {refusalAdvice(action, detail)}
          </p>
        )}
        <p>{nextSteps[code]}</p>
        {requestId && (
          <p className="text-2xs text-fg-3">
            Request id <span className="font-mono text-fg-2">{requestId}</span>
            <CopyIcon
              text={requestId}
              label={`Copy request id ${requestId}`}
              className="-my-1.5 align-middle max-md:-my-4"
            />
          </p>
        )}
      </div>
    </Notice>
  );
}

interface WhereProps {
  readonly operation: string | undefined;
  readonly region: string | undefined;
  readonly resource: string | undefined;
}

function Where({ operation, region, resource }: WhereProps) {
  if (!operation && !region && !resource) return null;
  return (
    <p>
      {operation && <span className="font-mono text-fg">{operation}</span>}
      {region && (
        <>
          {' in '}
          <span className="font-mono text-fg">{region}</span>
        </>
      )}
      {resource && (
        <>
          {', on '}
          <span className="font-mono">{resource}</span>
        </>
      )}
    </p>
  );
}
