import { compareView } from '@/lib/contract/values';
import { valueRoute } from '@/lib/server/value-route';
import { readComparison } from '@/lib/views/values';

export const POST = valueRoute(compareView, (session, { left, right, reason }, onRead) =>
  readComparison(session, [left, right], reason, onRead),
);
