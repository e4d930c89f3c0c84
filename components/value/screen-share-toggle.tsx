import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { useScreenShare } from '@/lib/client/screen-share';

// Opened seldom, loaded then.
const ScreenSharePanel = later(
  async () => (await import('@/components/value/screen-share-panel')).ScreenSharePanel,
);

/** The state of masking in the status bar, and where it is changed. */
export function ScreenShareToggle() {
  const { on } = useScreenShare();
  const [opened, setOpened] = useState(false);
  const Icon = on ? EyeOff : Eye;
  return (
    <Popover
      label="Screen sharing"
      onOpen={() => setOpened(true)}
      className="inline-flex h-full shrink-0 items-center gap-1.5 hover:text-fg focus-visible:-outline-offset-2"
      panelClassName="min-h-36 w-80 max-w-[calc(100vw-2rem)] space-y-2 p-3"
      trigger={
        <>
          <Icon aria-hidden className={on ? 'size-3 text-warn-mark' : 'size-3 text-fg-3'} />
          <span className={on ? 'font-medium text-warn' : undefined}>
            {on ? 'Screen sharing' : 'Values masked'}
          </span>
        </>
      }
    >
      {opened && <ScreenSharePanel />}
    </Popover>
  );
}
