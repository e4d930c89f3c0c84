'use client';

import { useState } from 'react';
import { CallMeter, minuteWords } from '@/components/frame/call-meter';
import { Popover } from '@/components/ui/popover';
import { useSpent } from '@/lib/client/spent';

/** The AWS calls of the last minute, where a page may cost many; it opens the meter of all of them. */
export function CallButton({ scope }: { scope: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useSpent(scope);
  return (
    <Popover
      label="AWS calls"
      className="min-h-9 px-4 text-left text-2xs text-fg-2 underline hover:text-fg"
      panelClassName="max-h-[70dvh] w-[min(36rem,calc(100vw-1rem))] overflow-y-auto p-3"
      onOpen={() => setOpen(true)}
      onClosed={() => setOpen(false)}
      trigger={data ? minuteWords(data.spent) : 'AWS calls'}
    >
      {open && <CallMeter scope={scope} />}
    </Popover>
  );
}
