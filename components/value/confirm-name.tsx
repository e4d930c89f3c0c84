import type { LucideIcon } from 'lucide-react';
import { ActingAs } from '@/components/secret/acting-as';
import { TypedName } from '@/components/secret/typed-name';
import { Button } from '@/components/ui/button';

interface ConfirmNameProps {
  readonly name: string;
  /** Whether the name has to be typed. */
  readonly asked: boolean;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly busy: boolean;
  /** Whether it may be left while it is under way. */
  readonly leavable?: boolean | undefined;
  /** Why it cannot be done yet. */
  readonly missing: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly act: string;
  /** Whether it cannot be taken back. */
  readonly final?: boolean | undefined;
  /** As whom it is made, where that is not who the page works as. */
  readonly scopes?: readonly string[] | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The foot of a change: the typed name where the secret is protected, and the button that states the act. */
export function ConfirmName(props: ConfirmNameProps) {
  const { name, asked, typed, onTyped, busy, leavable, missing, icon, act, final, scopes } = props;
  const { onConfirm, onCancel } = props;
  return (
    <form
      className="flex w-full flex-wrap items-center gap-x-3 gap-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === undefined && !busy) onConfirm();
      }}
    >
      <ActingAs scopes={scopes} />
      {asked && <TypedName words={name} typed={typed} onTyped={onTyped} busy={busy} />}
      <span className="ml-auto flex gap-2 max-md:w-full max-md:*:flex-1">
        <Button
          onClick={onCancel}
          disabledReason={busy && !leavable ? 'AWS is being asked; the answer has to be seen' : undefined}
        >
          Cancel
        </Button>
        <Button
          type="submit"
          variant={final ? 'danger-solid' : 'primary'}
          icon={icon}
          busy={busy}
          disabledReason={missing}
        >
          {act}
        </Button>
      </span>
    </form>
  );
}
