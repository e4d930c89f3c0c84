import { suspectsView } from '@/lib/contract/views';
import { viewRoute } from '@/lib/server/view-route';
import { readSuspects } from '@/lib/views/suspects';

export const POST = viewRoute(suspectsView, readSuspects);
