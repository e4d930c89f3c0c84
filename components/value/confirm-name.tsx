import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { useShownNames } from '@/lib/client/screen-share';

interface ConfirmNameProps {
  readonly name: string;
  /** Whether the name has to be typed. */
  readonly asked: boolean;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly busy: boolean;
  /** Why it cannot be done yet. */
  readonly missing: string | undefined;
  readonly icon: LucideIcon;
  readonly act: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The foot of a change: the typed name where the secret is protected, and the button that states the act. */
export function ConfirmName(props: ConfirmNameProps) {
  const { name, asked, typed, onTyped, busy, missing, icon, act, onConfirm, onCancel } = props;
  const field = useId();
  const shown = useShownNames()(name);
  return (
    <form
      className="flex w-full flex-wrap items-center gap-x-3 gap-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === undefined && !busy) onConfirm();
      }}
    >
      {asked && (
        <div className="flex min-w-0 flex-[1_1_24rem] flex-wrap items-center gap-x-2.5 gap-y-1.5">
          <label htmlFor={field} className="wrap-anywhere line-clamp-2" data-tip={shown}>
            Type <span className="font-mono">{shown}</span> to confirm
          </label>
          <Input
            id={field}
            mono
            // While the screen is shared the typed name is not for everybody's eyes either.
            type={shown === name ? 'text' : 'password'}
            data-1p-ignore=""
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            readOnly={busy}
            onChange={(event) => onTyped(event.target.value)}
            className="w-full max-w-80 max-md:max-w-none"
          />
        </div>
      )}
      <span className="ml-auto flex gap-2 max-md:w-full max-md:*:flex-1">
        <Button
          onClick={onCancel}
          disabledReason={busy ? 'AWS is being asked; the answer has to be seen' : undefined}
        >
          Cancel
        </Button>
        <Button type="submit" variant="primary" icon={icon} busy={busy} disabledReason={missing}>
          {act}
        </Button>
      </span>
    </form>
  );
}
