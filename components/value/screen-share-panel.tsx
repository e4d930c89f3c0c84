import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { setScreenShare, useScreenShare } from '@/lib/client/screen-share';

/** Where screen sharing is turned on, and which names are masked then. */
export function ScreenSharePanel() {
  const { on, globs } = useScreenShare();
  return (
    <>
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
            value={globs}
            onChange={(event) => setScreenShare({ on, globs: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
