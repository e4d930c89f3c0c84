import { type ComponentType, useCallback, useState } from 'react';
import { nextSteps } from '@/components/problem/next-steps';
import { shortWord } from '@/components/problem/short-word';
import { ToneIcon } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { PageLink } from '@/components/ui/page-link';
import { fleetPlaces } from '@/lib/client/fleet-places';
import { useLoadedInventory } from '@/lib/client/inventory';
import { useOperator } from '@/lib/client/operator';
import { placePath } from '@/lib/client/paths';
import { problemIn } from '@/lib/client/request';
import type { PlaceInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { placeRole } from '@/lib/domain/place-role';

interface AccountBarProps {
  readonly path: string;
  /** What is counted: `failing`. */
  readonly words: string;
  readonly useCount: (scope: string) => number | undefined;
  /** Whether the page itself has read all it shows: then the other accounts are read, one after the other. */
  readonly ready: boolean;
  /** Reads one account that the page does not show, and shows nothing. */
  readonly counter: ComponentType<{ readonly scope: string; readonly onDone: (scope: string) => void }>;
}

/** The accounts of the sign-in, with what each has of what the page is about; nothing where there is one. */
export function AccountBar({ path, words, useCount, ready, counter: Counter }: AccountBarProps) {
  const { data: operator } = useOperator();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const onDone = useCallback((scope: string) => setDone((all) => new Set(all).add(scope)), []);
  const places = operator ? fleetPlaces(operator.places, operator.scope) : [];
  if (!operator || places.length < 2) return null;
  const next = places.find(({ scope }) => scope !== operator.scope && !done.has(scope));
  return (
    <nav
      aria-label="Accounts"
      className="scroll-thin flex shrink-0 gap-1 overflow-x-auto border-b bg-canvas px-3 py-1 text-xs md:px-4"
    >
      {places.map((place) => (
        <Account
          key={place.scope}
          {...{ place, path, words, useCount }}
          here={place.scope === operator.scope}
          done={done.has(place.scope)}
        />
      ))}
      {ready && next && <Counter key={next.scope} scope={next.scope} onDone={onDone} />}
    </nav>
  );
}

interface AccountProps extends Pick<AccountBarProps, 'path' | 'words' | 'useCount'> {
  readonly place: PlaceInfo;
  readonly here: boolean;
  readonly done: boolean;
}

function Account({ place, path, words, useCount, here, done }: AccountProps) {
  const { scope, account } = place;
  const count = useCount(scope);
  const { state, error } = useLoadedInventory(scope);
  const failed = state.regions.filter((region) => region.state === 'failed');
  const problem = error
    ? problemIn(error)
    : failed.length > 0 && failed.length === state.regions.length
      ? failed[0]?.problem
      : undefined;
  return (
    <PageLink
      href={placePath(path, scope, true)}
      aria-current={here ? 'page' : undefined}
      data-tip={problem && `${problem.detail ?? problem.title}\n${nextSteps[problem.code]}`}
      className={cx(
        'flex h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md border px-2 max-md:h-11',
        here
          ? 'border-accent-line bg-accent-soft text-accent'
          : 'border-transparent text-fg-2 hover:bg-hover hover:text-fg',
      )}
    >
      <span className="font-medium font-mono">{accountNumber(account)}</span>
      <span className="max-w-40 truncate font-mono text-2xs">{placeRole(scope)}</span>
      {problem ? (
        <span className="inline-flex items-center gap-1 text-warn">
          <ToneIcon tone="warn" className="size-3" /> {shortWord(problem)}
          <span className="sr-only">
            : {problem.detail ?? problem.title} {nextSteps[problem.code]}
          </span>
        </span>
      ) : (
        <span>
          {count !== undefined
            ? `${count.toLocaleString('en')} ${words}`
            : done || here
              ? '–'
              : 'not read yet'}
        </span>
      )}
    </PageLink>
  );
}
