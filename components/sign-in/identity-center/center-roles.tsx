'use client';

import { ChevronRight, RefreshCw } from 'lucide-react';
import { useId, useState } from 'react';
import { MethodPane } from '@/components/sign-in/method-pane';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { useCenterAccounts, useCenterRoles } from '@/lib/client/identity-center';
import { problemIn } from '@/lib/client/request';
import type { CenterAccount } from '@/lib/contract/identity-center';
import { accountNumber } from '@/lib/domain/account-number';

/** From so many on, a list is searched rather than read. */
const MANY = 10;

interface CenterRolesListProps {
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onChoose: (account: string, role: string) => void;
  readonly onLeave: () => void;
  /** Whether one is added to a sign-in there is. */
  readonly more?: boolean;
}

/** The third step: the accounts of whoever approved, each with the roles they were given there. */
export function CenterRolesList({ busy, error, onChoose, onLeave, more = false }: CenterRolesListProps) {
  const { data, error: failed, isFetching, refetch } = useCenterAccounts(more);
  const [filter, setFilter] = useState('');
  const problem = failed ? problemIn(failed) : undefined;
  const accounts = data?.accounts ?? [];
  const wanted = filter.trim().toLowerCase();
  const shown = accounts.filter(({ id, name, email }) =>
    [id, accountNumber(id), name, email].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <MethodPane
      title="IAM Identity Center"
      note="choose account and role"
      error={error ?? (problem && (problem.detail ?? problem.title))}
      head={
        <Button variant="quiet" size="sm" icon={RefreshCw} busy={isFetching} onClick={() => void refetch()}>
          Read again
        </Button>
      }
      promise="AWS lists what you were given. CloudTrail names you, whichever role you choose."
      actions={<Button onClick={onLeave}>{more ? 'Cancel' : 'Start over'}</Button>}
    >
      {accounts.length > MANY && (
        <div className="border-b px-4 py-2 md:px-5">
          <Input
            type="search"
            aria-label="Filter accounts"
            placeholder="Filter by name, number or email"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
        </div>
      )}
      <ul aria-label="Accounts" className="scroll-thin min-w-0 text-xs md:max-h-[25rem] md:overflow-y-auto">
        {shown.map((account) => (
          <Account
            key={account.id}
            account={account}
            more={more}
            alone={accounts.length === 1}
            busy={busy}
            onChoose={(role) => onChoose(account.id, role)}
          />
        ))}
      </ul>
      {!data && !problem && (
        <div aria-busy className="px-4 py-3 md:px-5">
          <Skeleton className="w-56" />
        </div>
      )}
      {data && shown.length === 0 && (
        <p className="px-4 py-4 text-fg-2 text-xs md:px-5">
          {accounts.length > 0
            ? 'No account fits the filter.'
            : 'IAM Identity Center gives you no account. Ask whoever runs it for a permission set in the account whose secrets you look after.'}
        </p>
      )}
    </MethodPane>
  );
}

interface AccountProps {
  readonly account: CenterAccount;
  readonly more: boolean;
  /** The only one there is: its roles are shown at once. */
  readonly alone: boolean;
  readonly busy: boolean;
  readonly onChoose: (role: string) => void;
}

function Account({ account, more, alone, busy, onChoose }: AccountProps) {
  const [open, setOpen] = useState(alone);
  const id = useId();
  const { data, error, isFetching, refetch } = useCenterRoles(account.id, { more, open });
  const problem = error ? problemIn(error) : undefined;
  return (
    <li className="border-b">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-10 w-full items-center gap-3 px-4 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2 max-md:min-h-14 md:px-5"
      >
        <ChevronRight
          aria-hidden
          strokeWidth={1.75}
          className={cx('size-3.5 shrink-0 text-fg-3 transition-transform', open && 'rotate-90')}
        />
        <span className="min-w-0 flex-1 truncate font-medium">{account.name || 'Without a name'}</span>
        <span className="min-w-0 flex-1 truncate text-fg-3 max-md:hidden">{account.email}</span>
        <span className="shrink-0 font-mono text-fg-2">{accountNumber(account.id)}</span>
      </button>
      <div id={id} hidden={!open} className="pb-2 pl-10 md:pl-11">
        {isFetching && !data && <Skeleton className="my-2 w-40" />}
        {problem && (
          <p className="flex flex-wrap items-center gap-2 py-1 pr-4 text-fail">
            {problem.detail ?? problem.title}
            <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          </p>
        )}
        {data && data.roles.length === 0 && <p className="py-1 text-fg-2">No role in this account.</p>}
        <ul aria-label={`Roles in ${account.name}`} className="flex flex-wrap gap-2 py-1 pr-4">
          {data?.roles.map((role) => (
            <li key={role}>
              <Button busy={busy} onClick={() => onChoose(role)}>
                <span className="font-mono">{role}</span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
