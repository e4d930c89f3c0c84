import { ClipboardX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { clearClipboard, dismissClipboard, useClipboard } from '@/lib/client/clipboard';

/** Says in the status bar that a value is on the clipboard, until it is off again. */
export function ClipboardNote() {
  const state = useClipboard();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (state.kind !== 'holds') return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [state]);
  const left = state.kind === 'left';
  return (
    <span className="inline-flex min-w-0 shrink-0 items-center gap-1.5">
      {state.kind !== 'clear' && (
        <>
          <ClipboardX aria-hidden className="size-3 shrink-0 text-warn-mark" />
          <span className="truncate text-warn">
            {left
              ? 'The value could not be taken off the clipboard'
              : `A value is on the clipboard, ${Math.max(0, Math.ceil((state.until - now) / 1_000))} s`}
          </span>
          <button
            type="button"
            onClick={() => void clearClipboard()}
            className="shrink-0 rounded-sm px-1 text-accent underline max-md:min-h-9"
          >
            Clear now
          </button>
          {left && (
            <button
              type="button"
              onClick={dismissClipboard}
              className="shrink-0 rounded-sm px-1 text-accent underline max-md:min-h-9"
            >
              Dismiss
            </button>
          )}
        </>
      )}
      <span role="status" className="sr-only">
        {left ? 'The value could not be taken off the clipboard' : ''}
      </span>
    </span>
  );
}
