'use client';

import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useSearchParams } from 'next/navigation';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { SavedViews } from '@/components/filter/saved-views';
import type { Crumb } from '@/components/frame/breadcrumbs';
import { Frame } from '@/components/frame/frame';
import { useTheme } from '@/components/frame/providers';
import { useTicking } from '@/components/frame/use-clock';
import { ProblemLater } from '@/components/problem/problem-later';
import { shortWord } from '@/components/problem/short-word';
import { FindButton } from '@/components/search/find-button';
import { Button } from '@/components/ui/button';
import { later } from '@/components/ui/later';
import { Spinner } from '@/components/ui/spinner';
import { awsNow } from '@/lib/client/aws-time';
import { useFleetCount } from '@/lib/client/fleet-count';
import { useCompleteSecrets } from '@/lib/client/inventory';
import { signOutAndForget } from '@/lib/client/leave';
import { actingIn, useKeptSignIn, useSignIn } from '@/lib/client/operator';
import { useOutOfSync } from '@/lib/client/out-of-sync';
import { diagnosePath, replicationPath, rotationsPath, secretsPath, signInPath } from '@/lib/client/paths';
import { useRegionReadings } from '@/lib/client/region-readings';
import { problemIn } from '@/lib/client/request';
import { useRotationCount } from '@/lib/client/rotation-fleet/rotation-count';
import { useShownNames } from '@/lib/client/screen-share';
import { useSessionEnd } from '@/lib/client/session-end';
import { leaveFor, useHasUnsaved } from '@/lib/client/unsaved';
import type { OperatorInfo } from '@/lib/contract/operator';
import { parseSecretArn } from '@/lib/domain/arn';

const ScopeMismatch = lazy(async () => ({
  default: (await import('@/components/frame/scope-mismatch')).ScopeMismatch,
}));

// A dialog, and with it all that dialogs need: loaded when a sign-in ends over something typed.
const SignInAgain = later(async () => (await import('@/components/frame/sign-in-again')).SignInAgain);

/** Every page after sign-in: asks who is signed in, then shows the frame and the page for that scope. */
export function Console({ children }: { children: ReactNode }) {
  const operator = useSignIn();
  useKeptSignIn(operator.data);
  const ended = useSessionEnd();
  const over = useExpired(operator.data?.expires);
  const leave = ended !== undefined || over || operator.data === null;
  const unsaved = useHasUnsaved();
  // Whose page this is: what is typed on it is theirs, whoever signs in next.
  const [owner, setOwner] = useState<OperatorInfo>();
  if (operator.data && !owner) setOwner(operator.data);
  const waiting = leave && unsaved && owner !== undefined;
  useEffect(() => {
    if (!leave || waiting) return;
    // A full load: nothing of the operator who was here stays in memory.
    window.location.assign(signInPath(window.location.pathname + window.location.search, true));
  }, [leave, waiting]);
  if (owner && (waiting || (operator.data && !leave))) {
    return (
      <>
        <Signed signIn={(waiting ? undefined : operator.data) ?? owner}>{children}</Signed>
        {waiting && <SignInAgain owner={owner} />}
      </>
    );
  }
  if (operator.error) {
    return (
      <main className="p-4">
        <h1 className="sr-only">Keyturn</h1>
        <ProblemLater
          problem={problemIn(operator.error)}
          actions={<Button onClick={() => void operator.refetch()}>Try again</Button>}
        />
      </main>
    );
  }
  return (
    <main aria-busy className="grid h-dvh place-content-center text-fg-3 text-xs">
      <h1 className="sr-only">Keyturn</h1>
      <p className="flex items-center gap-2">
        <Spinner /> {leave ? 'The sign-in has ended' : 'Reading who is signed in'}
      </p>
    </main>
  );
}

function Signed({ signIn, children }: { signIn: OperatorInfo; children: ReactNode }) {
  const client = useQueryClient();
  const [theme, onTheme] = useTheme();
  const readings = useRegionReadings();
  const search = useSearchParams();
  const shown = useShownNames();
  const path = usePathname();
  const wanted = search.get('scope');
  const operator = actingIn(signIn, wanted);
  const secretsHref = secretsPath(operator.scope);
  const fleetCount = useFleetCount();
  const ownCount = useCompleteSecrets(operator.scope)?.length;
  return (
    <Frame
      operator={operator}
      now={awsNow}
      theme={theme}
      onTheme={onTheme}
      onSignOut={() => leaveFor(() => void signOutAndForget(client))}
      crumbs={crumbsOf(path, search.get('arn'), secretsHref, shown)}
      regions={readings.map(({ problem, ...reading }) =>
        problem ? { ...reading, word: shortWord(problem), denied: problem.status === 403 } : reading,
      )}
      secretsHref={secretsHref}
      secretsCount={
        operator.places.every(({ account }) => account === operator.account) ? ownCount : fleetCount
      }
      find={<FindButton scope={operator.scope} />}
      views={<SavedViews scope={operator.scope} />}
      rotationHref={rotationsPath(operator.scope)}
      rotationCount={useRotationCount(operator.scope)}
      replicationHref={replicationPath(operator.scope)}
      diagnoseHref={diagnosePath(operator.scope)}
      replicationCount={useOutOfSync(operator.scope)}
    >
      {wanted === null || wanted === operator.scope ? (
        children
      ) : (
        <Suspense fallback={null}>
          <ScopeMismatch wanted={wanted} operator={operator} />
        </Suspense>
      )}
    </Frame>
  );
}

function crumbsOf(
  path: string,
  arn: string | null,
  secretsHref: string,
  shown: (name: string) => string,
): Crumb[] {
  if (path === '/rotation') return [{ label: 'Rotation' }];
  if (path === '/replication') return [{ label: 'Replication' }];
  if (path === '/permissions') return [{ label: 'Permissions' }];
  if (path === '/diagnose') return [{ label: 'Diagnose a log' }];
  if (path !== '/secret') return [{ label: 'Secrets' }];
  const name = shown(parseSecretArn(arn ?? '')?.name ?? 'Secret');
  return [
    { label: 'Secrets', href: secretsHref },
    { label: name, mono: true },
  ];
}

// Credentials end by wall time, whatever AWS's clock shows.
function useExpired(expires: string | undefined): boolean {
  return useTicking(() => expires !== undefined && Date.now() >= Date.parse(expires)) ?? false;
}
