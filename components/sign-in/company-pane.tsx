'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { CompanyRolesList } from '@/components/sign-in/company-roles';
import { MethodPane } from '@/components/sign-in/method-pane';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { cancelCompany, useCompanyRoles } from '@/lib/client/company-sso';
import { problemIn } from '@/lib/client/request';

interface CompanyPaneProps {
  readonly company: { readonly name: string; readonly host: string };
  /** Whether this browser has come back from there. */
  readonly arrived: boolean;
  readonly busy: boolean;
  readonly error: string | undefined;
  /** Goes to the company's provider, in this tab. */
  readonly onLeave: () => void;
  readonly onChoose: (role: string) => void;
}

/** Sign-in by the company's own provider: there and back, then a role of those its rules give. */
export function CompanyPane({ company, arrived, busy, error, onLeave, onChoose }: CompanyPaneProps) {
  const [over, setOver] = useState(false);
  const { data, error: failed } = useCompanyRoles('roles', arrived && !over);
  const problem = failed ? problemIn(failed) : undefined;
  if (!arrived || over || problem) {
    return (
      <MethodPane
        title={company.name}
        note={`through ${company.host}`}
        error={error ?? (problem && (problem.detail ?? problem.title))}
        promise="The token stays in an encrypted session cookie, role credentials in the console's memory."
        actions={
          <Button variant="primary" icon={ArrowRight} busy={busy} onClick={onLeave}>
            Continue to {company.host}
          </Button>
        }
      >
        <p className="px-4 py-4 text-fg-2 text-xs md:px-5">
          You go to <code className="wrap-anywhere font-mono text-fg">{company.host}</code> in this tab and
          come back signed in. What it says of you decides the roles you can choose here.
        </p>
      </MethodPane>
    );
  }
  return (
    <MethodPane
      title={company.name}
      note={data ? `CloudTrail will name you ${data.sessionName}` : 'choose a role'}
      error={error}
      promise="AWS decides whether you may take a role, by the trust policy of that role."
      actions={
        <Button
          onClick={() => {
            setOver(true);
            // What is not forgotten now ends with its token.
            cancelCompany().catch(() => {});
          }}
        >
          Start over
        </Button>
      }
    >
      {!data && (
        <div aria-busy className="px-4 py-3 md:px-5">
          <Skeleton className="w-56" />
        </div>
      )}
      {data?.roles.length === 0 && (
        <p className="px-4 py-4 text-fg-2 text-xs md:px-5">
          You are signed in at {company.host} as{' '}
          <code className="wrap-anywhere font-mono text-fg">{data.sessionName}</code>, and none of your groups
          gives you a role here. Whoever runs this console knows which do.
        </p>
      )}
      <CompanyRolesList roles={data?.roles ?? []} busy={busy} onChoose={onChoose} />
    </MethodPane>
  );
}
