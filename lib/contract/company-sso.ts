import type { CompanyRole } from '../domain/company/role-rule.ts';

/** The roles somebody may choose who came back from the company's sign-in, and what CloudTrail will call them. */
export interface CompanyRoles {
  readonly roles: readonly CompanyRole[];
  readonly sessionName: string;
}
