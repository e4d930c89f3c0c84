import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SimulationReading } from '@/lib/contract/permissions';
import { permissionsPath, simulationPath } from '@/lib/contract/view-paths';
import { askView, readView } from './views';

/** What AWS has answered this sign-in so far; AWS is asked nothing for it. */
export function usePermissions(scope: string) {
  return useQuery({
    queryKey: ['permissions', scope],
    queryFn: ({ signal }) => readView(permissionsPath, { scope }, signal),
    staleTime: 0,
    retry: false,
  });
}

/** What a simulation is asked about. */
export interface SimulationOrder {
  readonly regions: readonly string[];
  readonly secrets: string;
  readonly functions: string;
  readonly role?: string;
}

// IAM is asked some calls one after the other; what takes longer than this was lost on the way.
const LONGEST = 120_000;

/** Asks IAM what the operator may do, when told to and never by itself; the last answer stays while the page is left. */
export function useSimulation(scope: string) {
  const client = useQueryClient();
  const queryKey = ['simulation', scope];
  const { data } = useQuery<SimulationReading | null>({
    queryKey,
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const ask = useMutation({
    mutationFn: (order: SimulationOrder) =>
      askView(simulationPath, { scope, ...order }, AbortSignal.timeout(LONGEST)),
    onSuccess: (reading) => client.setQueryData(queryKey, reading),
    onSettled: () => client.invalidateQueries({ queryKey: ['permissions', scope] }),
    retry: false,
  });
  return { simulation: data, ask };
}
