import { Spinner } from '@/components/ui/spinner';
import { zonedStamp } from '@/components/ui/time-format';
import type { TimelineState } from '@/lib/client/timeline-state';
import { gathered } from '@/lib/client/timeline-state';
import { coverageOf } from '@/lib/domain/timeline/searched';

/** What was searched, and how far back it is complete. */
export function SearchNote({ state, now }: { state: TimelineState; now: number }) {
  const { searched } = gathered(state);
  const pages = searched.streams.reduce((sum, { pages: some }) => sum + some, 0);
  const covered = coverageOf('AWSCURRENT', searched);
  const count = `${pages} ${pages === 1 ? 'page' : 'pages'} of CloudTrail`;
  return (
    <span role="status" className="inline-flex items-center gap-1.5">
      {!state.ended && <Spinner />}
      {state.ended
        ? covered
          ? `${count}, complete back to ${zonedStamp(new Date(covered.from), new Date(now))}, but for the last 15 minutes`
          : `${count}, not enough to know the past`
        : `Reading CloudTrail, two pages a second: ${count}`}
    </span>
  );
}
