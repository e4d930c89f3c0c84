import { Eye, EyeOff } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { setScreenShare, useScreenShare } from '@/lib/client/screen-share';

/** The state of masking in the status bar, and where it is changed. */
export function ScreenShareToggle() {
  const share = useScreenShare();
  const { on, globs } = share;
  const Icon = on ? EyeOff : Eye;
  return (
    <Popover
      label="Screen sharing"
      className="inline-flex h-full shrink-0 items-center gap-1.5 hover:text-fg focus-visible:-outline-offset-2"
      panelClassName="w-80 max-w-[calc(100vw-2rem)] space-y-2 p-3"
      trigger={
        <>
          <Icon aria-hidden className={on ? 'size-3 text-warn-mark' : 'size-3 text-fg-3'} />
          <span className={on ? 'font-medium text-warn' : undefined}>
            {on ? 'Screen sharing' : 'Values masked'}
          </span>
        </>
      }
    >
      <Checkbox
        label="I share this screen: block reveals and mask names"
        checked={on}
        onChange={(event) => setScreenShare({ on: event.target.checked, globs })}
      />
      <Field
        label="Names to mask"
        note="comma-separated, * stands for anything"
        hint="The address of a secret's page still holds its ARN: share the window, not the browser."
      >
        {(control) => (
          <Input
            {...control}
            mono
            autoComplete="off"
            spellCheck={false}
            value={globs}
            onChange={(event) => setScreenShare({ on, globs: event.target.value })}
          />
        )}
      </Field>
    </Popover>
  );
}
