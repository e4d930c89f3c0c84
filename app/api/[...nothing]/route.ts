import { nothingRoute } from '@/lib/server/nothing-route';

export const GET = nothingRoute();
export const POST = nothingRoute();
