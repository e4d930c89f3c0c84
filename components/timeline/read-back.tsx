import { useEffect, useEffectEvent, useState } from 'react';
import { readMoment } from '@/components/timeline/use-moment';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { BACK_PAGES, type TimelineReading } from '@/lib/client/timeline';
import { intervalAt } from '@/lib/domain/timeline/at-moment';

/**
 * The way to a moment that lies further back than CloudTrail was read. Whoever opens a link to one has asked for it
 * already: then it is read back to by itself, within the pages said.
 */
export function ReadBack({ told, moment }: { told: TimelineReading; moment: number | undefined }) {
  const { state, timeline, readBackTo, readingBack } = told;
  const [linked, setLinked] = useState(() => readMoment(new URLSearchParams(location.search).get('at')));
  const lane = timeline.lanes.find(({ label }) => label === 'AWSCURRENT');
  const open =
    moment !== undefined &&
    state.more &&
    !state.problem &&
    lane !== undefined &&
    intervalAt(lane, moment)?.reason === 'not-read';
  const begin = useEffectEvent((at: number) => readBackTo(at));
  const due = open && state.ended && linked === moment ? linked : undefined;
  useEffect(() => {
    if (due === undefined) return;
    setLinked(undefined);
    begin(due);
  }, [due]);
  if (readingBack) {
    return (
      <span role="status" className="inline-flex items-center gap-1.5 text-fg-2">
        <Spinner /> reading back to it, at most {BACK_PAGES} pages
      </span>
    );
  }
  if (!open || !state.ended) return null;
  return (
    <Button size="sm" onClick={() => readBackTo(moment)}>
      Read back to it, at most {BACK_PAGES} pages
    </Button>
  );
}
