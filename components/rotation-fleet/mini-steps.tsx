import { Check, X } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import type { Lane, LaneState } from '@/lib/domain/rotation/lanes-of';

const looks: Record<LaneState, string> = {
  done: 'rounded-full border-ok-mark bg-ok-mark text-surface',
  failed: 'rounded-xs border-fail-mark bg-fail-mark text-surface',
  running: 'rounded-full border-progress-mark',
  'not-reached': 'rounded-full border-control',
  unknown: 'rounded-full border-control border-dashed',
};

const words: Record<LaneState, string> = {
  done: 'done',
  failed: 'failed',
  running: 'running',
  'not-reached': 'not reached',
  unknown: 'not known',
};

/** The four steps in a row's height. */
export function MiniSteps({ lanes }: { lanes: readonly Lane[] }) {
  const said = lanes.map(({ step, state }) => `${step} ${words[state]}`).join(', ');
  return (
    <span role="img" aria-label={said} data-tip={said} className="inline-flex items-center">
      {lanes.map(({ step, state }, at) => (
        <span key={step} className="inline-flex items-center">
          {at > 0 && <i aria-hidden className="h-px w-2 bg-line-strong" />}
          <span
            aria-hidden
            className={cx('inline-flex size-3 items-center justify-center border', looks[state])}
          >
            {state === 'done' && <Check strokeWidth={3.5} className="size-2" />}
            {state === 'failed' && <X strokeWidth={3.5} className="size-2" />}
          </span>
        </span>
      ))}
    </span>
  );
}
