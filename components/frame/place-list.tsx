import { useQueryClient } from '@tanstack/react-query';
import { Check, Plus, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { clock } from '@/components/ui/time-format';
import { placePath } from '@/lib/client/paths';
import { leavePlace } from '@/lib/client/places';
import { problemIn } from '@/lib/client/request';
import { leaveFor } from '@/lib/client/unsaved';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { placeRole } from '@/lib/domain/place-role';

interface PlaceListProps {
  readonly operator: OperatorInfo;
  readonly onAdd: () => void;
}

const ways = {
  sandbox: 'sandbox operator',
  center: 'IAM Identity Center',
  company: 'company sign-in',
  profile: 'AWS profile',
  keys: 'access keys',
};

/** The accounts and roles a sign-in holds: to go to another, to leave one, to add one. */
export function PlaceList({ operator, onAdd }: PlaceListProps) {
  const client = useQueryClient();
  const path = usePathname();
  const [leaving, setLeaving] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const leave = async (scope: string) => {
    setLeaving(scope);
    setFailed(undefined);
    try {
      await leavePlace(client, scope);
      // What the page showed was of an account that is left.
      if (scope === operator.scope) window.location.assign('/');
    } catch (cause) {
      const { detail, title } = problemIn(cause);
      setFailed(detail ?? title);
    }
    setLeaving(undefined);
  };
  return (
    <section aria-label="Accounts and roles" className="border-b px-1 py-1.5">
      <p className="px-2 pb-1 text-2xs text-fg-3">Signed in by {ways[operator.way]} to</p>
      <ul>
        {operator.places.map(({ scope, account, accountName, expires }) => {
          const here = scope === operator.scope;
          const role = placeRole(scope);
          return (
            <li key={scope} className="flex items-center">
              <a
                href={placePath(path, scope, operator.places.length > 1)}
                aria-current={here ? 'true' : undefined}
                className={cx(
                  'flex min-h-9 min-w-0 flex-1 flex-col justify-center rounded-md px-2 py-1 leading-tight hover:bg-hover max-md:min-h-11',
                  here && 'bg-nav-current font-medium',
                )}
              >
                {accountName && <span className="truncate">{accountName}</span>}
                <span className="flex items-center gap-1.5">
                  <span className="font-mono">{accountNumber(account)}</span>
                  {here && <Check aria-hidden className="size-3.5 text-accent" />}
                  {expires && (
                    <span className="ml-auto font-normal text-2xs text-fg-3">
                      until {clock(new Date(expires), false)}
                    </span>
                  )}
                </span>
                <span className="truncate font-mono font-normal text-2xs text-fg-2">{role}</span>
              </a>
              {operator.places.length > 1 && (
                <IconButton
                  icon={X}
                  label={`Leave ${accountNumber(account)} ${role}`}
                  aria-disabled={leaving === scope}
                  onClick={() => leaveFor(() => void leave(scope))}
                />
              )}
            </li>
          );
        })}
      </ul>
      <p role="alert" className="px-2 text-fail empty:hidden">
        {failed}
      </p>
      <Button variant="quiet" icon={Plus} onClick={onAdd} className="w-full justify-start px-2">
        Add account or role
      </Button>
    </section>
  );
}
