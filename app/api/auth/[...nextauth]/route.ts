import { signInRoute } from '@/lib/server/sign-in-route';

export const GET = signInRoute();
export const POST = signInRoute();
