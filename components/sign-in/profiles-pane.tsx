'use client';

import { MethodPane } from '@/components/sign-in/method-pane';
import { PROFILES_PROMISE, ProfilesList } from '@/components/sign-in/profiles-list';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useProfiles } from '@/lib/client/profiles';
import { problemIn } from '@/lib/client/request';

interface ProfilesPaneProps {
  readonly now: () => number;
  readonly onChoose: (name: string) => void;
  readonly busy: boolean;
  readonly error?: string | undefined;
}

/** Sign-in by a profile: the list, or how to get to it. */
export function ProfilesPane({ now, onChoose, busy, error }: ProfilesPaneProps) {
  const { data, error: failed, isFetching, refetch } = useProfiles();
  if (data && !failed) {
    return (
      <ProfilesList
        listing={data}
        now={now}
        reading={isFetching}
        onReadAgain={() => void refetch()}
        onChoose={onChoose}
        busy={busy}
        error={error}
      />
    );
  }
  const problem = failed ? problemIn(failed) : undefined;
  const locked = problem?.code === 'launch-needed';
  return (
    <MethodPane
      title="Local AWS profile"
      note="read in place from the AWS config of this computer"
      error={locked ? undefined : problem && (problem.detail ?? problem.title)}
      promise={
        locked ? 'Nothing of the AWS config is read for a browser without that address.' : PROFILES_PROMISE
      }
      actions={
        problem && (
          <Button busy={isFetching} onClick={() => void refetch()}>
            Try again
          </Button>
        )
      }
    >
      {locked ? (
        <div className="max-w-[60ch] space-y-2 px-4 py-4 text-fg-2 text-sm md:px-5">
          <p className="font-medium text-fg">Profiles are for whoever started this console.</p>
          <p>
            When it started, it printed an address in its terminal that ends in{' '}
            <code className="font-mono text-xs">?launch=</code> and a token. Open that address in this
            browser. It is new at each start: one from an earlier start, or a bookmark, does not work.
          </p>
        </div>
      ) : (
        !problem && (
          <div aria-busy>
            {[1, 2, 3].map((row) => (
              <div key={row} className="flex h-10 items-center gap-3 border-b px-4 max-md:h-14 md:px-5">
                <Skeleton className="size-3.5 rounded-full" />
                <Skeleton className="w-32" />
                <Skeleton className="ml-auto w-24" />
              </div>
            ))}
          </div>
        )
      )}
    </MethodPane>
  );
}
