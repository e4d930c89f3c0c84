'use client';

import { Gauge } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Popover } from '@/components/ui/popover';

// Opened later, loaded later.
const CallMeter = dynamic(async () => (await import('@/components/frame/call-meter')).CallMeter);

/** Opens the meter of AWS calls, from the status bar of every page. */
export function CallButton({ scope }: { scope: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="AWS calls"
      className="inline-flex h-full shrink-0 items-center gap-1.5 hover:text-fg focus-visible:-outline-offset-2"
      panelClassName="max-h-[70dvh] max-w-[calc(100vw-1rem)] p-3 min-w-72"
      onOpen={() => setOpen(true)}
      onClosed={() => setOpen(false)}
      trigger={
        <>
          <Gauge aria-hidden className="size-3 shrink-0 text-fg-3" />
          <span className="max-md:sr-only">AWS calls</span>
        </>
      }
    >
      {open && <CallMeter scope={scope} />}
    </Popover>
  );
}
