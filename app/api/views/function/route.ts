import { functionView } from '@/lib/contract/views';
import { viewRoute } from '@/lib/server/view-route';
import { readFunctionView } from '@/lib/views/function';

export const GET = viewRoute(functionView, readFunctionView);
