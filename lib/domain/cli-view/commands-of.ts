import type { CliGroup, CliView } from './cli-view.ts';
import { callerCommand } from './read-commands.ts';
import { replicationCommands } from './replication-commands.ts';
import { rotationCommands } from './rotation-commands.ts';
import { secretCommands } from './secret-commands.ts';
import { secretsCommands } from './secrets-commands.ts';

interface Told {
  /** Whether this console changes nothing: then no command does either. */
  readonly readOnly: boolean;
  /** The account as it is shown. */
  readonly account: string;
  /** A fresh id for a version to be. */
  readonly token: () => string;
}

/**
 * The AWS CLI commands that read the same as a view and do the same as its acts; first the one that shows whether the
 * shell is in the same account. Only calls Keyturn makes itself, and none that prints a value.
 */
export function commandsOf(view: CliView, { readOnly, account, token }: Told): CliGroup[] {
  const groups = groupsOf(view, token).filter(({ changes }) => !(readOnly && changes));
  const region = groups[0]?.commands[0]?.region;
  if (region === undefined) return [];
  return [
    {
      title: 'Whose credentials the shell has',
      note: `All that follows is about account ${account}: the shell has to be in it.`,
      commands: [{ name: 'GetCallerIdentity', region, text: callerCommand(region) }],
    },
    ...groups,
  ];
}

function groupsOf(view: CliView, token: () => string): CliGroup[] {
  switch (view.kind) {
    case 'secrets':
      return secretsCommands(view);
    case 'secret':
      return secretCommands(view, token);
    case 'rotation':
      return rotationCommands(view, token);
    case 'replication':
      return replicationCommands(view);
  }
}
