import { useQuery } from '@tanstack/react-query';
import type { CompanyRoles } from '@/lib/contract/company-sso';
import { companySsoPath } from './paths';
import { postJson } from './post-json';

/** The roles of whoever came back to this browser from the company's sign-in. */
export function useCompanyRoles(arrived: boolean) {
  return useQuery({
    queryKey: ['company-sso', 'roles'],
    queryFn: () => postJson<CompanyRoles>(companySsoPath('roles'), {}),
    enabled: arrived,
    retry: false,
    gcTime: 0,
  });
}

/** Forgets who came back. */
export const cancelCompany = (): Promise<unknown> => postJson(companySsoPath('cancel'), {});
