import { accountNumber } from '../account-number.ts';
import { accountIn } from '../account-region.ts';
import type { CliGroup, CliView, NextAct, Past } from './cli-view.ts';
import { pastGroups } from './past-groups.ts';
import { callerCall, made } from './read-calls.ts';
import { replicationCommands } from './replication-commands.ts';
import { rotationCommands } from './rotation-commands.ts';
import { secretCommands } from './secret-commands.ts';
import { secretsCommands } from './secrets-commands.ts';

interface Told {
  readonly past: Past;
  /** What a sheet above the page is about to do. */
  readonly next?: NextAct | undefined;
  /** Whether this console changes nothing: then no command does either. */
  readonly readOnly: boolean;
  /** The account as it is shown. */
  readonly account: string;
  /** A fresh id for a version to be. */
  readonly token: () => string;
}

/**
 * The commands that read the same as a view and do the same as its acts: what is about to be done before all else, then
 * the one that shows whether the shell is in the same account. Only calls Keyturn makes itself, and none that prints a
 * value.
 */
export function commandsOf(view: CliView, told: Told): CliGroup[] {
  const { next, readOnly, account } = told;
  const groups = [...(next ? [nextGroup(next)] : []), ...groupsOf(view, told)].filter(
    ({ changes, commands }) => commands.length > 0 && !(readOnly && changes),
  );
  const region = groups[0]?.commands[0]?.calls[0]?.region;
  if (region === undefined) return [];
  const whose: CliGroup = {
    title: 'Whose credentials the shell has',
    note: `${isAbroad(groups, account) ? 'What names another account is about that one, all else' : 'All of this is'} about account ${account}: the shell has to be in it.`,
    commands: [made(callerCall(region))],
  };
  return groups[0]?.next ? [groups[0], whose, ...groups.slice(1)] : [whose, ...groups];
}

// A table of several accounts has rows of others than the one the page works in.
const isAbroad = (groups: readonly CliGroup[], account: string) =>
  groups.some(({ commands }) =>
    commands.some(({ calls }) =>
      calls.some(({ input }) => {
        const { SecretId } = (input ?? {}) as { SecretId?: string };
        return SecretId !== undefined && accountNumber(accountIn(SecretId)) !== account;
      }),
    ),
  );

const nextGroup = ({ act, calls }: NextAct): CliGroup => ({
  title: 'Next',
  note: 'What the form above is about to do, as it is filled in now. Nothing is sent from here.',
  changes: true,
  next: true,
  commands: [{ name: act, calls }],
});

function groupsOf(view: CliView, { past, token }: Told): CliGroup[] {
  switch (view.kind) {
    case 'secrets':
      return secretsCommands(view, past.listing);
    case 'secret':
      return secretCommands(view, past, token);
    case 'rotation':
      return rotationCommands(view, past, token);
    case 'replication':
      return replicationCommands(view, past);
    case 'permissions':
    case 'diagnose':
      return [{ title: 'What was asked of IAM', commands: past.reads }, ...pastGroups(past)];
  }
}
