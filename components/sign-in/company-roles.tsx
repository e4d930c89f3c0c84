import { Button } from '@/components/ui/button';
import { accountNumber } from '@/lib/domain/account-number';
import type { CompanyRole } from '@/lib/domain/company/role-rule';

interface CompanyRolesProps {
  readonly roles: readonly CompanyRole[];
  readonly busy: boolean;
  readonly onChoose: (arn: string) => void;
}

/** The roles that the company's rules give a person, each with the account it is in and why. */
export function CompanyRolesList({ roles, busy, onChoose }: CompanyRolesProps) {
  return (
    <ul aria-label="Roles" className="scroll-thin min-w-0 text-xs md:max-h-[25rem] md:overflow-y-auto">
      {roles.map(({ arn, name, because, account }) => (
        <li
          key={arn}
          className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 md:px-5"
        >
          <span className="min-w-0 flex-[1_1_12rem]">
            <span className="block truncate font-mono font-medium">{name}</span>
            <span className="block truncate text-2xs text-fg-3">by {because}</span>
          </span>
          <span className="font-mono text-fg-2">{accountNumber(account)}</span>
          <Button busy={busy} onClick={() => onChoose(arn)} aria-label={`Continue as ${name} in ${account}`}>
            Continue
          </Button>
        </li>
      ))}
    </ul>
  );
}
