import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CommandGroup } from '@/components/cli/command-group';
import { CommandRow } from '@/components/cli/command-row';
import { NoCommands } from '@/components/cli/no-commands';
import { TerraformList } from '@/components/cli/terraform-list';
import { Segmented } from '@/components/ui/segmented';
import { Sheet } from '@/components/ui/sheet';
import { useAwsNow } from '@/lib/client/aws-time';
import { CLI_FORMS, cliForm } from '@/lib/client/cli-form';
import { pastOf } from '@/lib/client/cli-past/past-of';
import { cliView } from '@/lib/client/cli-view';
import { useDialogShortcut } from '@/lib/client/dialog-shortcut';
import { useKept } from '@/lib/client/kept';
import { actingIn, useOperator } from '@/lib/client/operator';
import { useReadOnly } from '@/lib/client/read-only';
import { accountNumber } from '@/lib/domain/account-number';
import { boto3Text } from '@/lib/domain/boto3';
import { cliText } from '@/lib/domain/cli';
import type { CliCommand, CliView, NextAct } from '@/lib/domain/cli-view/cli-view';
import { commandsOf } from '@/lib/domain/cli-view/commands-of';
import { terraformOf } from '@/lib/domain/cli-view/terraform-of';

interface CliDrawerProps {
  /** What the sheet beneath is about to do. */
  readonly next?: NextAct | undefined;
  readonly onClose: () => void;
}

/** The AWS calls of what was on screen when it opened, each to be copied by itself, in one of three forms. */
export default function CliDrawer({ next, onClose }: CliDrawerProps) {
  const { data: signedIn } = useOperator();
  const client = useQueryClient();
  const readOnly = useReadOnly() !== undefined;
  const now = useAwsNow();
  // As whom what is on screen was read.
  const [whose] = useState(() => scopeOf(cliView()));
  const operator = signedIn && (whose === undefined ? signedIn : actingIn(signedIn, whose));
  const account = operator ? accountNumber(operator.account) : '';
  const [form, setForm] = useKept(cliForm, operator?.scope ?? '');
  // As it was: a version id that changes under the pointer would be another command than the one that was read.
  const [{ view, groups, declared }] = useState(() => {
    const view = cliView();
    if (!view || !operator) return { view, groups: [], declared: [] };
    const past = pastOf(client, operator.scope, view);
    const told = { past, next, readOnly, account, token: () => crypto.randomUUID() };
    return { view, groups: commandsOf(view, told), declared: terraformOf(view, { next, readOnly }) };
  });
  useDialogShortcut('.', onClose);
  const text = ({ calls }: CliCommand) =>
    form === 'boto3' ? boto3Text(calls) : calls.map(cliText).join('\n\n');
  return (
    <Sheet
      open
      onClose={onClose}
      width="below"
      title="AWS calls"
      subject={
        <>
          <span className="min-w-0 flex-1 truncate font-mono text-2xs text-fg-2 max-md:sr-only">
            {account} {operator?.scope.slice(operator.account.length + 1)}
          </span>
          <Segmented
            legend="Written for"
            className="[&_label]:-outline-offset-2"
            options={CLI_FORMS.map((value) => ({ value, label: value }))}
            value={form}
            onChange={setForm}
          />
        </>
      }
    >
      {groups.length === 0 && <NoCommands kind={view?.kind} />}
      {groups.length > 0 && form === 'Terraform' && <TerraformList {...{ declared, now }} />}
      {groups.length > 0 && form !== 'Terraform' && (
        <>
          {groups.map(({ title, note, commands, next }) => (
            <CommandGroup key={title} {...{ title, note }}>
              {commands.map((command, index) => (
                <CommandRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change
                  key={index}
                  {...{ now, next }}
                  at={command.at}
                  title={`${command.name}, ${command.calls[0]?.region}`}
                  text={text(command)}
                />
              ))}
            </CommandGroup>
          ))}
          <p className="px-4 py-2 text-fg-3 md:px-5">
            {readOnly
              ? 'Only what Keyturn itself asks AWS; this console is read-only, so nothing here changes anything.'
              : 'Only calls Keyturn makes itself.'}{' '}
            A time is when the page had the answer. Nothing here prints a value: GetSecretValue is not among
            the calls, and a new value comes from a file.
          </p>
        </>
      )}
    </Sheet>
  );
}

const scopeOf = (view: CliView | undefined) => (view && 'scope' in view ? view.scope : undefined);
