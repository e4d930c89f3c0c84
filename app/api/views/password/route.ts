import { passwordView } from '@/lib/contract/values';
import { valueRoute } from '@/lib/server/value-route';
import { readGeneratedPassword } from '@/lib/views/values';

export const POST = valueRoute(passwordView, readGeneratedPassword);
