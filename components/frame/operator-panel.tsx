import { LogOut, SquareTerminal } from 'lucide-react';
import { KeysChoice } from '@/components/frame/keys-choice';
import type { OperatorProps } from '@/components/frame/operator-block';
import { PlaceList } from '@/components/frame/place-list';
import { showCli } from '@/components/frame/shortcuts';
import { ThemeChoice } from '@/components/frame/theme-choice';
import type { useTimeLeft } from '@/components/frame/use-time-left';
import { Button } from '@/components/ui/button';
import { CopyIcon } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import { PageLink } from '@/components/ui/page-link';
import { permissionsPath } from '@/lib/client/paths';
import { accountNumber } from '@/lib/domain/account-number';

/** Identity, theme, keys and sign-out: what the operator block opens. */
export default function OperatorPanel({
  operator,
  time,
  theme,
  onTheme,
  onSignOut,
  onAdd,
}: OperatorProps & { time: ReturnType<typeof useTimeLeft>; onAdd: () => void }) {
  return (
    <>
      <div className="border-b px-3 py-2.5">
        <p className="font-medium">{operator.name}</p>
        <p className="mt-0.5 font-mono text-2xs text-fg-2">
          {accountNumber(operator.account)} {operator.scope.slice(operator.account.length + 1)}
        </p>
        <p className="wrap-anywhere mt-0.5 font-mono text-2xs text-fg-3">
          {operator.arn}
          <CopyIcon text={operator.arn} label="Copy your ARN" className="-my-1.5 align-middle max-md:-my-4" />
        </p>
        {time && (
          <p className={cx('mt-1', time.short ? 'text-warn' : 'text-fg-2')}>
            {time.until}, {time.left}
          </p>
        )}
        <p className="mt-1">
          <PageLink
            href={permissionsPath(operator.scope)}
            className="text-accent underline underline-offset-2 max-md:inline-block max-md:py-2"
          >
            What you may do
          </PageLink>
        </p>
      </div>
      <PlaceList operator={operator} onAdd={onAdd} />
      <div className="border-b px-3 py-2.5">
        <ThemeChoice theme={theme} onTheme={onTheme} />
      </div>
      <div className="border-b px-3 py-1.5">
        <KeysChoice />
      </div>
      <div className="border-b p-1">
        <Button
          variant="quiet"
          icon={SquareTerminal}
          kbd="."
          onClick={({ currentTarget }) => {
            currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
            showCli();
          }}
          className="w-full justify-start px-2"
        >
          Page as calls to AWS
        </Button>
      </div>
      <div className="p-1">
        <Button variant="quiet" icon={LogOut} onClick={onSignOut} className="w-full justify-start px-2">
          Sign out
        </Button>
      </div>
    </>
  );
}
