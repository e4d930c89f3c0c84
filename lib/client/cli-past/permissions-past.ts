import type { QueryClient } from '@tanstack/react-query';
import type { SimulationReading } from '@/lib/contract/permissions';
import type { Past } from '@/lib/domain/cli-view/cli-view';
import { made } from '@/lib/domain/cli-view/read-calls';
import { simulationCalls } from '@/lib/domain/cli-view/simulation-calls';
import { answeredAt } from './answered-at';

/** What IAM was asked to simulate, if anybody has asked it. */
export function permissionsPast(client: QueryClient, scope: string): Pick<Past, 'reads'> {
  const queryKey = ['simulation', scope];
  const reading = client.getQueryData<SimulationReading | null>(queryKey);
  if (!reading?.source) return { reads: [] };
  const at = answeredAt(client, queryKey);
  return { reads: simulationCalls(reading.source, reading.simulated).map((call) => made(call, at)) };
}
