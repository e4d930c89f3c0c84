import { useQuery } from '@tanstack/react-query';
import type {
  Approval,
  Center,
  CenterAccounts,
  CenterRoles,
  Departure,
  DeviceCode,
} from '@/lib/contract/identity-center';
import { identityCenterPath } from './paths';
import { postJson } from './post-json';

const post = <T>(step: Parameters<typeof identityCenterPath>[0], body: object = {}): Promise<T> =>
  postJson(identityCenterPath(step), body);

/** Asks for a code to approve; without a center the console's own is meant. */
export const beginDevice = (center: Center | undefined): Promise<DeviceCode> =>
  post<DeviceCode>('begin', center);

/** Where to go to sign in in this tab, and come back to `back`. */
export const departTo = (center: Center | undefined, back: string): Promise<Departure> =>
  post<Departure>('depart', { ...(center && { center }), back });

/** Gives up an approval, or what waits for one. */
export const cancelCenter = (): Promise<unknown> => post('cancel');

const keys = {
  approval: (code: string) => ['identity-center', 'approval', code],
  accounts: (more: boolean) => ['identity-center', 'accounts', more],
  roles: (account: string, more: boolean) => ['identity-center', 'roles', account, more],
} as const;

/** Whether a code has been approved, asked as often as AWS allows and no oftener, also while another tab is in front. */
export function useApproval({ userCode, interval }: DeviceCode) {
  return useQuery({
    queryKey: keys.approval(userCode),
    queryFn: () => post<Approval>('poll'),
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined) return interval * 1_000;
      return data.state === 'waiting' ? data.interval * 1_000 : false;
    },
    refetchIntervalInBackground: true,
    // Whatever else would ask again would be asked to slow down.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchOnMount: false,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** The accounts of whoever approved in this browser; `more`: of whoever is signed in so. */
export function useCenterAccounts(more: boolean) {
  return useQuery({
    queryKey: keys.accounts(more),
    queryFn: () => post<CenterAccounts>(more ? 'more-accounts' : 'accounts'),
    retry: false,
    gcTime: 0,
  });
}

/** The roles in one account, once it was opened. */
export function useCenterRoles(account: string, { more, open }: { more: boolean; open: boolean }) {
  return useQuery({
    queryKey: keys.roles(account, more),
    queryFn: () => post<CenterRoles>(more ? 'more-roles' : 'roles', { account }),
    enabled: open,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
