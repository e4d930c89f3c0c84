import { healthRoute } from '@/lib/server/health-route';

export const GET = healthRoute();
