import { replicationView } from '@/lib/contract/views';
import { protectedGlobs } from '@/lib/server/config';
import { streamRoute } from '@/lib/server/view-route';
import { readReplication } from '@/lib/views/replication';

export const POST = streamRoute(replicationView, (session, { arns }, signal) =>
  readReplication(session, arns, protectedGlobs(session.account), signal),
);
