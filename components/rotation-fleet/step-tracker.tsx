import { Check, X } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { lanesOf } from '@/lib/domain/rotation/lanes-of';
import { type FleetGroup, lastFailure } from '@/lib/domain/rotation-fleet/group-fleet';
import { STEPS } from '@/lib/domain/triage/cause';

/** The four steps, and how many of a group's secrets stop at each. */
export function StepTracker({ group }: { group: FleetGroup }) {
  const failed = group.secrets.flatMap((one) => lastFailure(one) ?? []);
  if (failed.length === 0) return null;
  const lanes = failed.map((attempt) => lanesOf(attempt, group.step));
  const before = lanes.every((each) => each.every(({ state }) => state === 'not-reached'));
  return (
    <section aria-label="Steps" className="border-b px-4 py-3 text-2xs md:px-5">
      {before && (
        <p className="mb-2 text-fail text-xs">
          None of the function’s code ran: it stopped before createSecret.
        </p>
      )}
      <ol className="grid grid-cols-4">
        {STEPS.map((step, at) => {
          const states = lanes.map((each) => each[at]?.state);
          const stops = states.filter((state) => state === 'failed').length;
          const done = states.filter((state) => state === 'done').length;
          const known = states.some((state) => state !== 'unknown');
          const words =
            stops > 0
              ? `${stops} of ${failed.length} stop here`
              : done > 0
                ? `${done} done`
                : known
                  ? 'not reached'
                  : 'not known';
          return (
            <li key={step} className="min-w-0">
              <span aria-hidden className="flex items-center gap-2 pr-2">
                <Mark stops={stops > 0} done={done > 0} number={at + 1} />
                {at < STEPS.length - 1 && <i className="h-px flex-1 bg-line-strong" />}
              </span>
              <span
                className={cx(
                  'mt-1.5 block truncate font-mono',
                  stops > 0 ? 'font-semibold text-fail' : 'text-fg-2',
                )}
              >
                {step}
              </span>
              <span className={cx('block', stops > 0 ? 'text-fail' : 'text-fg-2')}>{words}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Mark({ stops, done, number }: { stops: boolean; done: boolean; number: number }) {
  const look = stops
    ? 'rounded-xs border-fail-mark bg-fail-mark text-surface'
    : done
      ? 'rounded-full border-ok-mark bg-ok-mark text-surface'
      : 'rounded-full border-control text-fg-2';
  return (
    <span className={cx('inline-flex size-5 shrink-0 items-center justify-center border', look)}>
      {stops ? (
        <X strokeWidth={3} className="size-3.5" />
      ) : done ? (
        <Check strokeWidth={3} className="size-3.5" />
      ) : (
        number
      )}
    </span>
  );
}
