import { Check, LoaderCircle, X } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import type { Lane, LaneState } from '@/lib/domain/rotation/lanes-of';

const spoken: Record<LaneState, string> = {
  done: 'done',
  failed: 'failed',
  running: 'running',
  'not-reached': 'not reached',
  unknown: 'not known',
};

const marks: Record<LaneState, string> = {
  done: 'rounded-full border-ok-mark bg-ok-mark text-surface',
  failed: 'rounded-xs border-fail-mark bg-fail-mark text-surface',
  running: 'rounded-full border-progress-mark text-progress-mark',
  'not-reached': 'rounded-full border-control text-fg-3',
  unknown: 'rounded-full border-control border-dashed text-fg-3',
};

/** The four steps of a rotation in their order: done, broken, or not reached. */
export function StepLanes({ lanes }: { lanes: readonly Lane[] }) {
  return (
    <ol className="grid grid-cols-4 gap-x-1 text-2xs" aria-label="Steps">
      {lanes.map(({ step, state }, at) => (
        <li key={step} className="min-w-0">
          <span className="flex items-center gap-1">
            <span
              aria-hidden
              className={cx(
                'inline-flex size-4 shrink-0 items-center justify-center border text-[0.625rem] leading-none',
                marks[state],
              )}
            >
              <Mark state={state} number={at + 1} />
            </span>
            {at < lanes.length - 1 && <span aria-hidden className="h-px flex-1 bg-line-strong" />}
          </span>
          <span
            className={cx(
              'mt-1 block truncate font-mono',
              state === 'failed' ? 'font-medium text-fail' : 'text-fg-2',
            )}
          >
            {step}
          </span>
          <span className={cx('block truncate', state === 'failed' ? 'text-fail' : 'text-fg-3')}>
            {spoken[state]}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state, number }: { state: LaneState; number: number }) {
  if (state === 'done') return <Check strokeWidth={3} className="size-2.5" />;
  if (state === 'failed') return <X strokeWidth={3} className="size-2.5" />;
  if (state === 'running') return <LoaderCircle className="size-2.5 animate-spin" />;
  return state === 'unknown' ? '?' : number;
}
