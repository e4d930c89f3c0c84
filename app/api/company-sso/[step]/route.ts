import { companySsoRoute } from '@/lib/server/company-sso-route';

export const POST = companySsoRoute();
