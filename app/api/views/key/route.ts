import { keyView } from '@/lib/contract/views';
import { viewRoute } from '@/lib/server/view-route';
import { readKeyView } from '@/lib/views/kms-key';

export const GET = viewRoute(keyView, readKeyView);
