import { centerReturnRoute } from '@/lib/server/center-return-route';

export const GET = centerReturnRoute();
