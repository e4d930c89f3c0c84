import type { ReactNode } from 'react';
import { WindowList } from '@/components/rotation/window-list';
import { StatusText } from '@/components/ui/badge';
import { SectionHead } from '@/components/ui/section-head';
import { TimeText } from '@/components/ui/time-text';
import type { KnownKind, RotationKind } from '@/lib/domain/rotation/rotation-kind';
import { nextWindows } from '@/lib/domain/rotation/schedule/next-windows';
import { readSchedule } from '@/lib/domain/rotation/schedule/read-schedule';
import { scheduleWords } from '@/lib/domain/rotation/schedule/schedule-words';
import type { SecretDetail } from '@/lib/domain/secret';

const kinds: Record<RotationKind, string> = {
  managed: 'Managed by its service',
  external: 'By the partner',
  alternating: 'Alternating users',
  'single-user': 'Single user',
  function: 'By a function',
  none: 'Not set up',
};

/** When a secret rotates, when it last did, and how. */
export function ScheduleFacts({ secret, kind, now }: { secret: SecretDetail; kind: KnownKind; now: number }) {
  const { rotation } = secret;
  const read = readSchedule(rotation);
  const overdue = rotation.enabled && rotation.next !== undefined && Date.parse(rotation.next) < now;
  return (
    <section aria-label="Schedule" className="pb-4">
      <SectionHead title="Schedule" note="AWS keeps it in UTC" className="mt-1" />
      <dl className="space-y-2.5 px-4 text-xs md:px-5">
        <Line term="Rotates">
          {!rotation.enabled ? (
            <StatusText tone="idle">Off</StatusText>
          ) : 'refused' in read ? (
            <>
              <span className="wrap-anywhere font-mono">{rotation.schedule ?? 'no schedule'}</span>, which
              this console cannot read
            </>
          ) : (
            scheduleWords(read.schedule)
          )}
          {rotation.enabled && rotation.schedule && (
            <span className="wrap-anywhere block font-mono text-2xs text-fg-3">{rotation.schedule}</span>
          )}
        </Line>
        <Line term="Last rotated">
          {rotation.last ? (
            <>
              <TimeText at={rotation.last} now={now} zoned />,{' '}
              <TimeText at={rotation.last} now={now} show="ago" />
            </>
          ) : (
            'never, as far as AWS says'
          )}
        </Line>
        {overdue && rotation.next && (
          <Line term="Overdue">
            <StatusText tone="warn">
              due by <TimeText at={rotation.next} now={now} zoned /> at the latest
            </StatusText>
          </Line>
        )}
        <Line term="Kind">
          {kinds[kind.kind]}
          <span className="block text-fg-3">{kind.how}</span>
        </Line>
      </dl>
      {rotation.enabled && !('refused' in read) && (
        <WindowList
          windows={nextWindows(
            read.schedule,
            { now, last: instant(rotation.last), next: instant(rotation.next) },
            3,
          )}
          now={now}
        />
      )}
    </section>
  );
}

const instant = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at));

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
      <dt className="text-fg-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
