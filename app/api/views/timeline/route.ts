import { timelineView } from '@/lib/contract/views';
import { streamRoute } from '@/lib/server/view-route';
import { readReplicationEvents, readTimeline } from '@/lib/views/timeline';

export const GET = streamRoute(timelineView, (session, { arn, further, until, about }, signal) =>
  about
    ? readReplicationEvents(session, arn, signal)
    : readTimeline(session, arn, { further: further === '1', until }, signal),
);
