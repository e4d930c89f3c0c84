import { attemptLogView } from '@/lib/contract/views';
import { viewRoute } from '@/lib/server/view-route';
import { readAttemptLog } from '@/lib/views/attempt-log';

export const GET = viewRoute(attemptLogView, readAttemptLog);
