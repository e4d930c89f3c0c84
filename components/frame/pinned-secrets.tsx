'use client';

import { X } from 'lucide-react';
import { PageLink } from '@/components/ui/page-link';
import { fleetPlaces } from '@/lib/client/fleet-places';
import { useHasKept } from '@/lib/client/has-kept';
import { secretPath } from '@/lib/client/paths';
import { usePins } from '@/lib/client/pins';
import { useShownNames } from '@/lib/client/screen-share';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';

/** The secrets an operator keeps at hand in this browser, in each account that the table shows. */
export default function PinnedSecrets({ operator }: { operator: OperatorInfo }) {
  const places = fleetPlaces(operator.places, operator.scope);
  const some = useHasKept(
    'pins',
    places.map(({ scope }) => scope),
  );
  // Those of another role of an account are not shown beside the ones of the role it is read by.
  if (!some) return null;
  return (
    <section aria-labelledby="pinned" className="mt-5 min-h-0 shrink overflow-y-auto px-2 max-xl:hidden">
      <h2 id="pinned" className="px-2 pb-1 text-2xs text-fg-3">
        Pinned
      </h2>
      <ul>
        {places.map(({ scope, account }) => (
          <PinsOf key={scope} scope={scope} account={places.length > 1 ? account : undefined} />
        ))}
      </ul>
    </section>
  );
}

interface PinsOfProps {
  readonly scope: string;
  /** Where there are several: the same name may be in each. */
  readonly account: string | undefined;
}

function PinsOf({ scope, account }: PinsOfProps) {
  const [pins, toggle] = usePins(scope);
  const shown = useShownNames();
  return pins.map((pin) => {
    const name = shown(pin.name);
    const called = account ? `${name} in ${accountNumber(account)}` : name;
    return (
      <li key={pin.arn} className="group/pin flex items-center rounded-md hover:bg-hover">
        <PageLink
          href={secretPath(scope, pin.arn)}
          data-tip={called}
          data-tip-mono=""
          aria-label={account && called}
          className="flex min-w-0 flex-1 gap-1.5 rounded-md px-2 py-1.5 font-mono text-2xs text-fg-2"
        >
          {account && <span className="text-fg-3">…{account.slice(8)}</span>}
          <span className="min-w-0 flex-1 truncate [direction:rtl]">
            <bdi>{name}</bdi>
          </span>
        </PageLink>
        <button
          type="button"
          aria-label={`Unpin ${called}`}
          onClick={() => toggle(pin)}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-fg-3 opacity-0 hover:text-fg focus-visible:opacity-100 group-hover/pin:opacity-100"
        >
          <X aria-hidden className="size-3" />
        </button>
      </li>
    );
  });
}
