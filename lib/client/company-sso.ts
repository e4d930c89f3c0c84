import { useQuery } from '@tanstack/react-query';
import type { CompanyRoles } from '@/lib/contract/company-sso';
import { companySsoPath } from './paths';
import { postJson } from './post-json';

/** The roles of whoever came back to this browser from the company's sign-in; `more-roles`: of whoever is signed in so. */
export function useCompanyRoles(step: 'roles' | 'more-roles', enabled: boolean) {
  return useQuery({
    queryKey: ['company-sso', step],
    queryFn: () => postJson<CompanyRoles>(companySsoPath(step), {}),
    enabled,
    retry: false,
    gcTime: 0,
  });
}

/** Forgets who came back. */
export const cancelCompany = (): Promise<unknown> => postJson(companySsoPath('cancel'), {});
