import { identityCenterRoute } from '@/lib/server/identity-center-route';

export const POST = identityCenterRoute();
