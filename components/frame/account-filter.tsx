import { type ReactNode, useEffect, useRef } from 'react';
import { nextSteps } from '@/components/problem/next-steps';
import { shortWord } from '@/components/problem/short-word';
import { ToneIcon } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { useAccountNames } from '@/lib/client/operator';
import type { PlaceInfo } from '@/lib/contract/operator';
import type { Problem } from '@/lib/contract/problem';
import { accountNumber } from '@/lib/domain/account-number';
import { placeRole } from '@/lib/domain/place-role';

/** One account of a page that shows several, and how much of it was found. */
export interface AccountTold extends Pick<PlaceInfo, 'scope' | 'account'> {
  readonly count: number;
  /** Whether all of it was read; else there may be more. */
  readonly whole: boolean;
  /** Why it could not be read at all. */
  readonly problem?: Problem | undefined;
}

interface AccountFilterProps {
  readonly accounts: readonly AccountTold[];
  /** What is counted: `failing`. */
  readonly words: string;
  /** The account the page is narrowed to, by its twelve digits. */
  readonly chosen: string | undefined;
  readonly onChoose: (account: string | undefined) => void;
}

/** Narrows a page of several accounts to one of them, and says of each what it has of what the page is about. */
export function AccountFilter({ accounts, words, chosen, onChoose }: AccountFilterProps) {
  const names = useAccountNames();
  const count = accounts.reduce((sum, one) => sum + one.count, 0);
  const whole = accounts.every((one) => one.whole && !one.problem);
  return (
    <fieldset className="scroll-thin flex min-w-0 shrink-0 gap-1 overflow-x-auto border-b bg-canvas px-3 py-1 text-xs md:px-4">
      <legend className="sr-only">Accounts</legend>
      <Choice pressed={chosen === undefined} onPress={() => onChoose(undefined)}>
        <span className="font-medium">All accounts</span>
        <span>{foundWords(count, whole, words)}</span>
      </Choice>
      {accounts.map(({ scope, account, problem, ...found }) => (
        <Choice
          key={account}
          pressed={chosen === account}
          tip={problem ? `${problem.detail ?? problem.title}\n${nextSteps[problem.code]}` : placeRole(scope)}
          onPress={() => onChoose(account)}
        >
          {names.has(account) && <span className="max-w-40 truncate font-medium">{names.get(account)}</span>}
          <span className="font-medium font-mono">{accountNumber(account)}</span>
          <span className="max-w-52 truncate font-mono text-2xs">{placeRole(scope)}</span>
          {problem ? (
            <Trouble problem={problem} />
          ) : (
            <span>{foundWords(found.count, found.whole, words)}</span>
          )}
        </Choice>
      ))}
    </fieldset>
  );
}

/** `12 failing`, `12+ failing` while not all was read, `–` while nothing is known. */
const foundWords = (count: number, whole: boolean, words: string) =>
  whole || count > 0 ? `${count.toLocaleString('en')}${whole ? '' : '+'} ${words}` : '–';

interface ChoiceProps {
  readonly pressed: boolean;
  readonly tip?: string | undefined;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Choice({ pressed, tip, onPress, children }: ChoiceProps) {
  const self = useRef<HTMLButtonElement>(null);
  // The one that an address names may lie off the side of a narrow screen.
  useEffect(() => {
    if (pressed) self.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pressed]);
  return (
    <button
      ref={self}
      type="button"
      aria-pressed={pressed}
      data-tip={tip}
      onClick={onPress}
      className={cx(
        'flex h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md border px-2 focus-visible:-outline-offset-2 max-md:h-11',
        pressed
          ? 'border-accent-line bg-accent-soft text-accent'
          : 'border-transparent text-fg-2 hover:bg-hover hover:text-fg',
      )}
    >
      {children}
    </button>
  );
}

function Trouble({ problem }: { problem: Problem }) {
  return (
    <span className="inline-flex items-center gap-1 text-warn">
      <ToneIcon tone="warn" className="size-3" /> {shortWord(problem)}
      <span className="sr-only">
        : {problem.detail ?? problem.title} {nextSteps[problem.code]}
      </span>
    </span>
  );
}
