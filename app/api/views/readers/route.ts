import { readersView } from '@/lib/contract/views';
import { viewRoute } from '@/lib/server/view-route';
import { readReaders } from '@/lib/views/readers';

export const GET = viewRoute(readersView, (session, { arn }, signal) => readReaders(session, arn, signal));
