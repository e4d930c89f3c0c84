import { Smartphone } from 'lucide-react';
import { kindWords, stateTone, stateWords } from '@/components/sign-in/profile-words';
import { ToneIcon } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import type { ProfileRow } from '@/lib/contract/profiles';
import { accountNumber } from '@/lib/domain/account-number';
import { regionCode } from '@/lib/domain/region-code';

/** The columns of the list, shared by its head and its rows. */
export const profileColumns =
  'grid grid-cols-[minmax(0,1fr)_auto] gap-x-2.5 md:grid-cols-[minmax(0,1fr)_5.75rem_6.5rem_2.5rem_9.25rem]';

interface ProfileOptionProps {
  readonly row: ProfileRow;
  readonly group: string;
  readonly chosen: boolean;
  readonly now: number;
  readonly onPick: () => void;
}

const inks = {
  ok: 'text-fg-2',
  warn: 'text-warn',
  fail: 'text-fail',
  progress: 'text-fg-2',
  idle: 'text-fg-2',
};

/** One profile of the list: who one would be, how, and what speaks against it. */
export function ProfileOption({ row, group, chosen, now, onPick }: ProfileOptionProps) {
  const tone = stateTone(row.state);
  return (
    <label className="flex min-h-10 items-center gap-3 border-b px-4 last:border-b-0 py-1.5 transition-colors hover:bg-hover has-checked:bg-accent-soft has-checked:shadow-[inset_2px_0_0_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2 max-md:min-h-14 md:px-5">
      <input
        type="radio"
        name={group}
        checked={chosen}
        onChange={onPick}
        className="size-3.5 shrink-0 appearance-none rounded-full border border-control bg-surface outline-none checked:border-accent checked:bg-[radial-gradient(circle,var(--accent-solid)_3px,transparent_3.5px)] forced-colors:appearance-auto"
      />
      <span className={cx('min-w-0 flex-1 items-start md:items-center', profileColumns)}>
        <span className="min-w-0">
          <span className="wrap-anywhere block font-medium font-mono">{row.name}</span>
          {row.role && <span className="block truncate font-mono text-2xs text-fg-3">{row.role}</span>}
        </span>
        <span className="text-fg-2 max-md:hidden">{kindWords[row.kind]}</span>
        <span className="font-mono text-fg-2 max-md:hidden">
          {row.account ? accountNumber(row.account) : <span className="font-sans text-fg-3">not named</span>}
        </span>
        <span className="font-mono text-fg-3 max-md:hidden">{row.region ? regionCode(row.region) : '–'}</span>
        <span className={cx('flex min-w-0 items-center gap-1.5 max-md:justify-end', inks[tone])}>
          <ToneIcon tone={tone} icon={row.state.code === 'mfa' ? Smartphone : undefined} />
          <span className="truncate">{stateWords(row.state, now)}</span>
        </span>
        <span className="col-span-2 truncate text-2xs text-fg-3 md:hidden">
          {[kindWords[row.kind], row.account && accountNumber(row.account), row.region]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </label>
  );
}
