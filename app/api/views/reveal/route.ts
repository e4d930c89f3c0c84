import { revealView } from '@/lib/contract/values';
import { valueRoute } from '@/lib/server/value-route';
import { readReveal } from '@/lib/views/values';

export const POST = valueRoute(revealView, readReveal);
