'use client';

import { X } from 'lucide-react';
import { PageLink } from '@/components/ui/page-link';
import { secretPath } from '@/lib/client/paths';
import { usePins } from '@/lib/client/pins';
import { useShownNames } from '@/lib/client/screen-share';

/** The secrets an operator keeps at hand in this browser. */
export default function PinnedSecrets({ scope }: { scope: string }) {
  const [pins, toggle] = usePins(scope);
  const shown = useShownNames();
  return (
    <section aria-labelledby="pinned" className="mt-5 min-h-0 shrink overflow-y-auto px-2 max-xl:hidden">
      <h2 id="pinned" className="px-2 pb-1 text-2xs text-fg-3">
        Pinned
      </h2>
      <ul>
        {pins.map((pin) => (
          <li key={pin.arn} className="group/pin flex items-center rounded-md hover:bg-hover">
            <PageLink
              href={secretPath(scope, pin.arn)}
              data-tip={shown(pin.name)}
              data-tip-mono=""
              className="min-w-0 flex-1 truncate rounded-md px-2 py-1.5 font-mono text-2xs text-fg-2 [direction:rtl]"
            >
              <bdi>{shown(pin.name)}</bdi>
            </PageLink>
            <button
              type="button"
              aria-label={`Unpin ${shown(pin.name)}`}
              onClick={() => toggle(pin)}
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-fg-3 opacity-0 hover:text-fg focus-visible:opacity-100 group-hover/pin:opacity-100"
            >
              <X aria-hidden className="size-3" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
