import { Ellipsis, Pin, PinOff, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { IconButton } from '@/components/ui/icon-button';
import { secretPath } from '@/lib/client/paths';
import { usePins } from '@/lib/client/pins';
import type { FoldedSecret } from '@/lib/domain/fold';
import { previousOf } from '@/lib/domain/previous-of';

interface RowActionsProps {
  readonly secret: FoldedSecret;
  readonly scope: string;
  readonly onMenu: (anchor: DOMRect) => void;
}

/** What can be done with one secret, at the end of its row; all of it is in the menu too. */
export default function RowActions({ secret, scope, onMenu }: RowActionsProps) {
  const router = useRouter();
  const [pins, toggle] = usePins(scope);
  const { name, shown } = secret;
  const pinned = pins.some(({ arn }) => arn === shown.arn);
  const previous = previousOf(secret);
  return (
    <>
      {previous && (
        <IconButton
          size="sm"
          icon={Undo2}
          tabIndex={-1}
          label={`Review a roll back of ${name}`}
          onClick={() => router.push(secretPath(scope, shown.arn, previous))}
        />
      )}
      <IconButton
        size="sm"
        icon={pinned ? PinOff : Pin}
        tabIndex={-1}
        label={pinned ? `Unpin ${name}` : `Pin ${name}`}
        onClick={() => toggle({ arn: shown.arn, name })}
      />
      <IconButton
        size="sm"
        icon={Ellipsis}
        tabIndex={-1}
        aria-haspopup="menu"
        label={`Actions of ${name}`}
        onClick={({ currentTarget }) => onMenu(currentTarget.getBoundingClientRect())}
      />
    </>
  );
}
