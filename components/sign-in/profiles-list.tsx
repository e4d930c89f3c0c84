'use client';

import { RefreshCw } from 'lucide-react';
import { useId, useState } from 'react';
import { MethodPane } from '@/components/sign-in/method-pane';
import { ProfileFiles } from '@/components/sign-in/profile-files';
import { ProfileOption, profileColumns } from '@/components/sign-in/profile-option';
import { stateAdvice } from '@/components/sign-in/profile-words';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { cx } from '@/components/ui/cx';
import { Input } from '@/components/ui/input';
import { isBroken, type ProfileListing } from '@/lib/contract/profiles';

/** From so many on, a list is searched rather than read. */
const MANY = 10;

/** What happens with the credentials of a profile. */
export const PROFILES_PROMISE =
  'Its credentials stay in the console on this computer, and are renewed while the profile gives new ones.';

interface ProfilesListProps {
  readonly listing: ProfileListing;
  readonly now: () => number;
  readonly onChoose: (name: string) => void;
  readonly onReadAgain: () => void;
  readonly reading: boolean;
  readonly busy: boolean;
  readonly error?: string | undefined;
}

/** The profiles of this computer: choose one and continue. A broken one says what is wrong and hides no other. */
export function ProfilesList(props: ProfilesListProps) {
  const { listing, now, onChoose, onReadAgain, reading, busy, error } = props;
  const { profiles, files } = listing;
  const group = useId();
  const [picked, setPicked] = useState<string>();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const shown = profiles.filter((row) =>
    [row.name, row.role, row.account].some((text) => text?.toLowerCase().includes(wanted)),
  );
  const chosen =
    shown.find(({ name }) => name === picked) ?? shown.find(({ state }) => !isBroken(state)) ?? shown[0];
  const advice = chosen && stateAdvice(chosen);
  return (
    <form
      className="flex flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && !busy && !isBroken(chosen.state)) onChoose(chosen.name);
      }}
    >
      <MethodPane
        title="Local AWS profile"
        note="read in place from the AWS config of this computer"
        error={error}
        head={
          <Button variant="quiet" size="sm" icon={RefreshCw} busy={reading} onClick={onReadAgain}>
            Read again
          </Button>
        }
        promise={PROFILES_PROMISE}
        actions={
          <Button
            type="submit"
            variant="primary"
            kbd="↵"
            busy={busy}
            className="max-w-full"
            disabledReason={
              chosen
                ? isBroken(chosen.state)
                  ? advice?.text
                  : undefined
                : 'There is no profile to continue with'
            }
          >
            <span className="truncate">Continue{chosen && ` with ${chosen.name}`}</span>
          </Button>
        }
      >
        {profiles.length > MANY && (
          <div className="border-b px-4 py-2 md:px-5">
            <Input
              type="search"
              aria-label="Filter profiles"
              placeholder="Filter by name, role or account"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          </div>
        )}
        <div
          aria-hidden
          className={cx(
            'hidden h-7 items-center border-b bg-canvas pr-5 pl-[2.875rem] font-medium text-2xs text-fg-3 md:grid',
            profileColumns,
          )}
        >
          <span>Profile</span>
          <span>How</span>
          <span>Account</span>
          <span>Region</span>
          <span>State</span>
        </div>
        <fieldset
          className="scroll-thin min-w-0 border-b text-xs md:max-h-[25rem] md:overflow-y-auto"
          aria-busy={reading}
        >
          <legend className="sr-only">Profile</legend>
          {shown.map((row) => (
            <ProfileOption
              key={row.name}
              row={row}
              group={group}
              chosen={row === chosen}
              now={now()}
              onPick={() => setPicked(row.name)}
            />
          ))}
        </fieldset>
        <div aria-live="polite">
          {advice && (
            <div className="space-y-2 px-4 py-3 text-xs md:px-5">
              <p className="wrap-anywhere text-fg-2">{advice.text}</p>
              {advice.command && <CodeBlock title="In a terminal" text={advice.command} />}
            </div>
          )}
          {shown.length === 0 && (
            <p className="px-4 py-3 text-fg-2 text-xs md:px-5">
              {profiles.length > 0
                ? 'No profile fits the filter.'
                : 'No profiles were found on this computer.'}
            </p>
          )}
        </div>
        <ProfileFiles files={files} />
      </MethodPane>
    </form>
  );
}
