import { operationRoute } from '@/lib/server/operation-route';

export const POST = operationRoute();
