import { SquareTerminal } from 'lucide-react';
import { useState } from 'react';
import { CommandBlock } from '@/components/secret/command-block';
import { EmptyState } from '@/components/ui/empty-state';
import { SectionHead } from '@/components/ui/section-head';
import { Sheet } from '@/components/ui/sheet';
import { cliView } from '@/lib/client/cli-view';
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
  return (
    <Sheet
      open
      onClose={onClose}
      width="half"
      title="AWS CLI"
      subject={
        operator && (
          <span className="min-w-0 truncate font-mono text-2xs text-fg-2">
            {account} {operator.scope.slice(operator.account.length + 1)}
          </span>
        )
      }
      footer={
        <p className="text-fg-3">
          {readOnly
            ? 'Only what Keyturn itself asks AWS; this console is read-only, so nothing here changes anything.'
            : 'Only calls Keyturn makes itself.'}{' '}
          No command prints a value: GetSecretValue is not among them, and a new value comes from a file.
        </p>
      }
    >
      {groups.length === 0 && (
        <EmptyState icon={SquareTerminal} title="No commands for this page">
          The table, a secret, the rotations and the replication have them.
        </EmptyState>
      )}
      {groups.map(({ title, note, commands }) => (
        <section key={title} aria-label={title} className="border-b pb-4 last:border-b-0">
          <SectionHead title={title} className="mt-1" />
          {note && <p className="-mt-1 px-4 pb-2 text-fg-2 md:px-5">{note}</p>}
          <div className="space-y-2 px-4 md:px-5 [&_pre]:wrap-anywhere [&_pre]:whitespace-pre-wrap">
            {commands.map(({ name, region, text }) => (
              <CommandBlock key={text} title={`${name}, ${region}`} text={text} />
            ))}
          </div>
        </section>
      ))}
    </Sheet>
  );
}
