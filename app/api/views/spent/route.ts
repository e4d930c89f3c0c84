import { spentView } from '@/lib/contract/views';
import { keepSignedIn } from '@/lib/server/keep-signed-in';
import { viewRoute } from '@/lib/server/view-route';
import { readSpent } from '@/lib/views/spent';

export const GET = viewRoute(spentView, readSpent, keepSignedIn);
