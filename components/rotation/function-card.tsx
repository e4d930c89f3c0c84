import type { ReactNode } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { StatusText } from '@/components/ui/badge';
import { SectionHead } from '@/components/ui/section-head';
import { Skeleton } from '@/components/ui/skeleton';
import { span } from '@/components/ui/time-format';
import { problemIn } from '@/lib/client/request';
import type { useRotationFunction } from '@/lib/client/rotation-function';
import type { RotationAttempt } from '@/lib/domain/rotation/attempt';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { RUNTIMES_PAGE, runtimeEnd } from '@/lib/domain/rotation/runtime-end';
import type { SecretDetail } from '@/lib/domain/secret';
import { STEPS } from '@/lib/domain/triage/cause';

interface FunctionCardProps {
  readonly secret: SecretDetail;
  readonly query: ReturnType<typeof useRotationFunction>;
  readonly attempts: readonly RotationAttempt[];
  readonly now: number;
}

/** The function that rotates a secret, as Lambda describes it; or who rotates it without one. */
export function FunctionCard({ secret, query, attempts, now }: FunctionCardProps) {
  const { data } = query;
  const arn = secret.rotation.functionArn;
  if (!arn) return <WithoutFunction secret={secret} />;
  const name = arn.split(':')[6] ?? arn;
  return (
    <section aria-label="Rotation function" className="border-t pb-3">
      <SectionHead title="Function" note={<span className="font-mono">{name}</span>} className="mt-1" />
      {query.error && <ProblemNotice problem={problemIn(query.error)} form="strip" />}
      {data?.problem && <ProblemNotice problem={data.problem} form="strip" />}
      {!data && !query.error && <Skeleton className="mx-4 h-24 md:mx-5" />}
      {data?.facts.exists === false && (
        <p className="px-4 text-xs md:px-5">
          <StatusText tone="fail">Lambda knows no function of this name here</StatusText>
        </p>
      )}
      {data && data.facts.exists !== false && <Facts facts={data.facts} attempts={attempts} now={now} />}
    </section>
  );
}

function WithoutFunction({ secret }: { secret: SecretDetail }) {
  const { owningService, type } = secret;
  return (
    <section aria-label="Rotation function" className="border-t pb-3 text-xs">
      <SectionHead title="Function" className="mt-1" />
      <p className="px-4 text-fg-2 md:px-5">
        {owningService
          ? `None: ${owningService} rotates this secret itself. There are no logs of it, and its schedule is set here all the same.`
          : type
            ? `None: the partner behind ${type} rotates this secret through a role. There are no logs of it.`
            : 'None is set: nothing rotates this secret.'}
      </p>
    </section>
  );
}

function Facts({
  facts,
  attempts,
  now,
}: {
  facts: FunctionFacts;
  attempts: readonly RotationAttempt[];
  now: number;
}) {
  const { runtime, timeoutSeconds, memoryMb, vpc, logGroup, logFormat, state, stateReason } = facts;
  const took = attempts.find((attempt) => isPlain(attempt, timeoutSeconds));
  return (
    <dl className="space-y-2 px-4 text-xs md:px-5">
      <Line term="State">
        {state === undefined ? (
          NOT_READ
        ) : (
          <StatusText tone={state === 'Active' ? 'ok' : 'fail'} className="whitespace-normal">
            {state}
            {stateReason && `: ${stateReason}`}
          </StatusText>
        )}
        {facts.environmentError && (
          <StatusText tone="fail" className="whitespace-normal">
            Its variables cannot be decrypted: {facts.environmentError}
          </StatusText>
        )}
      </Line>
      <Line term="Invoked by AWS">
        {facts.invocable === undefined ? (
          NOT_READ
        ) : facts.invocable ? (
          <StatusText tone="ok">Its policy allows Secrets Manager</StatusText>
        ) : (
          <StatusText tone="fail" className="whitespace-normal">
            Its policy does not allow Secrets Manager
          </StatusText>
        )}
      </Line>
      <Line term="Runtime">{runtime ? <Runtime runtime={runtime} now={now} /> : NOT_READ}</Line>
      <Line term="Timeout">
        {timeoutSeconds === undefined ? NOT_READ : `${timeoutSeconds} s for each step`}
        {took?.began && (
          <span className="block text-fg-3">
            the last attempt that ended well took {span(Date.parse(took.last) - Date.parse(took.began))} over
            its four
          </span>
        )}
      </Line>
      {memoryMb !== undefined && <Line term="Memory">{memoryMb} MB</Line>}
      <Line term="Network">
        {state === undefined ? (
          NOT_READ
        ) : vpc ? (
          <>
            <span className="font-mono">{vpc.id}</span>
            <span className="wrap-anywhere block font-mono text-2xs text-fg-3">
              {[...vpc.subnets, ...vpc.securityGroups].join(', ')}
            </span>
          </>
        ) : (
          'in no VPC'
        )}
      </Line>
      <Line term="Log group">
        <span className="wrap-anywhere font-mono">{logGroup}</span>
        {logFormat === 'JSON' && <span className="text-fg-3"> in JSON</span>}
      </Line>
      <Line term="Concurrency">
        {facts.reservedConcurrency === 0 ? (
          <StatusText tone="fail" className="whitespace-normal">
            0 is reserved: Lambda never runs it
          </StatusText>
        ) : facts.reservedConcurrency !== undefined ? (
          `${facts.reservedConcurrency} reserved`
        ) : facts.concurrencyAsked ? (
          'none reserved'
        ) : (
          NOT_READ
        )}
      </Line>
    </dl>
  );
}

// One that failed before and was repeated says nothing of how long a run takes; its failures may not be read yet.
const isPlain = (
  { outcome, began, last, failures }: RotationAttempt,
  timeoutSeconds = Number.POSITIVE_INFINITY,
) =>
  outcome === 'succeeded' &&
  began !== undefined &&
  failures.length === 0 &&
  Date.parse(last) - Date.parse(began) <= STEPS.length * timeoutSeconds * 1_000;

const NOT_READ = <span className="text-fg-3">not read</span>;

function Runtime({ runtime, now }: { runtime: string; now: number }) {
  const end = runtimeEnd(runtime);
  const over = end !== undefined && Date.parse(end) < now;
  return (
    <>
      <span className="font-mono">{runtime}</span>
      <span className="block text-fg-3">
        {end === undefined ? (
          'the end of its support is not known here'
        ) : over ? (
          <StatusText tone="warn">unsupported since {end}</StatusText>
        ) : (
          `supported until ${end}`
        )}
        ,{' '}
        <a href={RUNTIMES_PAGE} target="_blank" rel="noreferrer" className="text-accent underline">
          AWS’s page
        </a>
      </span>
    </>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
      <dt className="text-fg-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
