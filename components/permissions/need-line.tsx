import { simulatedWords, stateWords } from '@/components/permissions/known-words';
import { refusalWords } from '@/components/problem/refusal-words';
import { StatusText } from '@/components/ui/badge';
import { TimeText } from '@/components/ui/time-text';
import { useShownText } from '@/lib/client/screen-share';
import { parseSecretArn } from '@/lib/domain/arn';
import type { Answered, AnsweredNo, Known } from '@/lib/domain/permissions/known';
import type { Need } from '@/lib/domain/permissions/need';

interface NeedLineProps {
  readonly need: Need;
  readonly known: Known;
  readonly now: number;
}

// More would be a log; each region's newest says enough.
const MOST_SHOWN = 2;

/** One IAM action of a view or act: whether it is allowed, how that is known, and what is missing without it. */
export function NeedLine({ need, known, now }: NeedLineProps) {
  const { word, tone } = stateWords[known.state];
  const done = known.answered.filter(({ allowedAt }) => allowedAt !== undefined);
  return (
    <li className="grid gap-x-3 gap-y-0.5 py-1 md:grid-cols-[17rem_minmax(0,1fr)]">
      <span className="wrap-anywhere font-mono text-2xs leading-4">{need.action}</span>
      <span className="space-y-0.5 text-2xs leading-4">
        <StatusText tone={tone}>
          {word}
          {known.how === 'not-tried' && <span className="text-fg-3">not tried</span>}
        </StatusText>
        {done.length > 0 && (
          <span className="block text-fg-2">
            AWS did it in {done.map(({ region }) => region).join(', ')}, last at{' '}
            <TimeText
              at={
                done
                  .map(({ allowedAt }) => allowedAt ?? '')
                  .sort()
                  .at(-1) ?? ''
              }
              now={now}
              show="clock"
            />
          </span>
        )}
        {known.answered.map((one) => (
          <RefusedLines key={one.region} action={need.action} one={one} now={now} />
        ))}
        {known.simulated.map((one) => (
          <span key={`${one.region} ${one.resource}`} className="block text-fg-2">
            simulated for {one.region}: {simulatedWords(one)}
            {one.unknownKeys.length > 0 &&
              `; without ${one.unknownKeys.join(', ')}, which only a real call has`}
          </span>
        ))}
        {need.without && <span className="block text-fg-3">Without it: {need.without}</span>}
      </span>
    </li>
  );
}

function RefusedLines({ action, one, now }: { action: string; one: Answered; now: number }) {
  return (
    <>
      {one.refusals.slice(0, MOST_SHOWN).map((refusal) => (
        <RefusedLine key={`${refusal.resource}`} {...{ action, refusal, now }} region={one.region} />
      ))}
      {one.refusals.length > MOST_SHOWN && (
        <span className="block text-fg-3">
          and on {one.refusals.length - MOST_SHOWN} more in {one.region}
        </span>
      )}
    </>
  );
}

interface RefusedLineProps {
  readonly action: string;
  readonly refusal: AnsweredNo;
  readonly region: string;
  readonly now: number;
}

function RefusedLine({ action, refusal, region, now }: RefusedLineProps) {
  const { at, resource, detail } = refusal;
  const name = parseSecretArn(resource ?? '')?.name;
  const shown = useShownText(name);
  return (
    <span className="block text-fg-2" data-tip={shown(detail)}>
      {refusalWords(action, detail)}; at <TimeText at={at} now={now} show="clock" /> in {region}
      {resource && (
        <>
          {', on '}
          <span className="wrap-anywhere font-mono">{shown(name ?? resource)}</span>
        </>
      )}
    </span>
  );
}
