import { counted } from '@/components/rotation-fleet/group-words';
import type { Whose } from '@/components/rotation-fleet/use-triage';
import { SecretName } from '@/components/secret/secret-name';
import { ToneIcon } from '@/components/ui/badge';
import { PageLink } from '@/components/ui/page-link';
import { span } from '@/components/ui/time-format';
import { secretPath } from '@/lib/client/paths';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';
import { type Calendar, overdueSince } from '@/lib/domain/rotation-fleet/calendar';
import { type FleetSecret, type FleetTab, tabOf } from '@/lib/domain/rotation-fleet/fleet-secret';

interface CalendarOutsideProps {
  readonly whose: Whose;
  readonly calendar: Calendar;
  readonly now: number;
}

const MOST = 6;
const stateNote = new Map<FleetTab | undefined, string>([
  ['open', ', it fails'],
  ['stuck', ', AWSPENDING is stuck'],
]);

/** What no day of the calendar shows: what is overdue, and what rotates by a schedule nobody can read. */
export function CalendarOutside({ whose, calendar: { overdue, unplanned }, now }: CalendarOutsideProps) {
  return (
    <>
      {overdue.length > 0 && (
        <Listed
          whose={whose}
          label="Overdue"
          words={`${counted(overdue.length, 'secret')} should have rotated by now: the last window has passed`}
          secrets={overdue}
          more={({ secret, state }) =>
            `${span(now - (overdueSince(secret.shown, now) ?? now))} late${stateNote.get(tabOf(state.kind)) ?? ''}`
          }
        />
      )}
      {unplanned.length > 0 && (
        <Listed
          whose={whose}
          label="Not planned"
          words={`${counted(unplanned.length, 'secret')} not drawn: no schedule that can be read`}
          secrets={unplanned}
          more={({ secret }) => secret.shown.rotation.schedule ?? 'no schedule'}
        />
      )}
    </>
  );
}

interface ListedProps {
  readonly whose: Whose;
  readonly label: string;
  readonly words: string;
  readonly secrets: readonly FleetSecret[];
  readonly more: (one: FleetSecret) => string;
}

function Listed({ whose, label, words, secrets, more }: ListedProps) {
  return (
    <section aria-label={label} className="flex gap-2 border-b px-4 py-2 text-xs md:px-5">
      <span className="pt-0.5">
        <ToneIcon tone="warn" />
      </span>
      <div className="min-w-0">
        <p className="font-medium">{words}</p>
        <ul className="mt-0.5 flex flex-wrap gap-x-5 gap-y-0.5 text-fg-2">
          {secrets.slice(0, MOST).map((one) => (
            <li key={one.secret.key} className="min-w-0">
              <PageLink
                href={`${secretPath(whose.scope(one.secret), one.secret.key)}&tab=rotation`}
                className="hover:underline"
              >
                <SecretName name={one.secret.name} />
              </PageLink>{' '}
              <span className="text-2xs">
                {whose.several && `${accountNumber(accountIn(one.secret.key))}, `}
                {more(one)}
              </span>
            </li>
          ))}
          {secrets.length > MOST && <li>and {(secrets.length - MOST).toLocaleString('en')} more</li>}
        </ul>
      </div>
    </section>
  );
}
