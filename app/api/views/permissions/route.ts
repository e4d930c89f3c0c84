import { permissionsView } from '@/lib/contract/views';
import { viewRoute } from '@/lib/server/view-route';
import { readPermissions } from '@/lib/views/permissions';

export const GET = viewRoute(permissionsView, readPermissions);
