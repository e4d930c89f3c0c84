import { readyRoute } from '@/lib/server/health-route';

export const GET = readyRoute();
