import { simulationView } from '@/lib/contract/views';
import { viewRoute } from '@/lib/server/view-route';
import { readSimulation } from '@/lib/views/simulation';

export const POST = viewRoute(simulationView, readSimulation);
