import { SquareTerminal } from 'lucide-react';
import { useState } from 'react';
import { CommandRow } from '@/components/cli/command-row';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { cliView } from '@/lib/client/cli-view';
import { useDialogShortcut } from '@/lib/client/dialog-shortcut';
import { useOperator } from '@/lib/client/operator';
import { useReadOnly } from '@/lib/client/read-only';
import { accountNumber } from '@/lib/domain/account-number';
import { commandsOf } from '@/lib/domain/cli-view/commands-of';

/** The AWS CLI commands for what was on screen when it opened, each to be copied by itself. */
export default function CliDrawer({ onClose }: { onClose: () => void }) {
  const { data: operator } = useOperator();
  const readOnly = useReadOnly() !== undefined;
  const account = operator ? accountNumber(operator.account) : '';
  // As it was: a version id that changes under the pointer would be another command than the one that was read.
  const [groups] = useState(() => {
    const view = cliView();
    return view ? commandsOf(view, { readOnly, account, token: () => crypto.randomUUID() }) : [];
  });
  useDialogShortcut('.', onClose);
  return (
    <Sheet
      open
      onClose={onClose}
      width="below"
      title="AWS CLI"
      subject={
        operator && (
          <span className="min-w-0 truncate font-mono text-2xs text-fg-2">
            {account} {operator.scope.slice(operator.account.length + 1)}
          </span>
        )
      }
    >
      {groups.length === 0 && (
        <EmptyState icon={SquareTerminal} title="No commands for this page">
          The table, a secret, the rotations and the replication have them.
        </EmptyState>
      )}
      {groups.map(({ title, note, commands }) => (
        <section key={title} aria-label={title} className="border-b">
          <div className="flex flex-wrap items-baseline gap-x-2 border-b bg-sunken px-4 py-1.5 md:px-5">
            <h3 className="font-semibold">{title}</h3>
            {note && <p className="min-w-0 text-fg-2">{note}</p>}
          </div>
          <div className="bg-canvas">
            {commands.map((command) => (
              <CommandRow key={command.text} {...command} />
            ))}
          </div>
        </section>
      ))}
      <p className="px-4 py-2 text-fg-3 md:px-5">
        {readOnly
          ? 'Only what Keyturn itself asks AWS; this console is read-only, so nothing here changes anything.'
          : 'Only calls Keyturn makes itself.'}{' '}
        No command prints a value: GetSecretValue is not among them, and a new value comes from a file.
      </p>
    </Sheet>
  );
}
