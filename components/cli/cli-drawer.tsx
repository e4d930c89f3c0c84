import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CommandRow } from '@/components/cli/command-row';
import { NoCommands } from '@/components/cli/no-commands';
import { Sheet } from '@/components/ui/sheet';
import { useAwsNow } from '@/lib/client/aws-time';
import { pastOf } from '@/lib/client/cli-past/past-of';
import { cliView } from '@/lib/client/cli-view';
import { useDialogShortcut } from '@/lib/client/dialog-shortcut';
import { useOperator } from '@/lib/client/operator';
import { useReadOnly } from '@/lib/client/read-only';
import { accountNumber } from '@/lib/domain/account-number';
import type { NextAct } from '@/lib/domain/cli-view/cli-view';
import { commandsOf } from '@/lib/domain/cli-view/commands-of';

interface CliDrawerProps {
  /** What the sheet beneath is about to do. */
  readonly next?: NextAct | undefined;
  readonly onClose: () => void;
}

/** The AWS calls of what was on screen when it opened, each to be copied by itself. */
export default function CliDrawer({ next, onClose }: CliDrawerProps) {
  const { data: operator } = useOperator();
  const client = useQueryClient();
  const readOnly = useReadOnly() !== undefined;
  const now = useAwsNow();
  const account = operator ? accountNumber(operator.account) : '';
  // As it was: a version id that changes under the pointer would be another command than the one that was read.
  const [view] = useState(cliView);
  const [groups] = useState(() => {
    if (!view || !operator) return [];
    const past = pastOf(client, operator.scope, view);
    return commandsOf(view, { past, next, readOnly, account, token: () => crypto.randomUUID() });
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
      {groups.length === 0 && <NoCommands kind={view?.kind} />}
      {groups.map(({ title, note, commands, next }) => (
        <section key={title} aria-label={title} className="border-b">
          <div className="flex flex-wrap items-baseline gap-x-2 border-b bg-sunken px-4 py-1.5 md:px-5">
            <h3 className="font-semibold">{title}</h3>
            {note && <p className="min-w-0 text-fg-2">{note}</p>}
          </div>
          <div className="bg-canvas">
            {commands.map((command, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change
              <CommandRow key={at} {...{ now, next }} {...command} />
            ))}
          </div>
        </section>
      ))}
      {groups.length > 0 && (
        <p className="px-4 py-2 text-fg-3 md:px-5">
          {readOnly
            ? 'Only what Keyturn itself asks AWS; this console is read-only, so nothing here changes anything.'
            : 'Only calls Keyturn makes itself.'}{' '}
          A time is when the page had the answer. No command prints a value: GetSecretValue is not among them,
          and a new value comes from a file.
        </p>
      )}
    </Sheet>
  );
}
