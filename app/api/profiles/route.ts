import { profilesRoute } from '@/lib/server/profiles-route';

export const GET = profilesRoute();
