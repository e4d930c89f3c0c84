import { ArchiveX } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { secretPath } from '@/lib/client/paths';
import { useShownNames } from '@/lib/client/screen-share';

interface NameCellProps {
  readonly name: string;
  readonly scope: string;
  readonly arn: string;
  /** Whether the secret is scheduled for deletion. */
  readonly deletion: boolean;
  /** Whether it says which account it is in. */
  readonly account: boolean;
}

/**
 * A secret's name as a link: the path gives way where there is no room, the last part does not. A plain link, whose
 * press the table takes: the framework's own would be made anew with each row that is scrolled into sight.
 */
export function NameCell({ name: full, scope, arn, deletion, account }: NameCellProps) {
  const name = useShownNames()(full);
  const cut = name.lastIndexOf('/') + 1;
  const link = (
    <a
      href={secretPath(scope, arn)}
      tabIndex={-1}
      aria-label={name}
      data-full={name}
      data-tip=""
      data-tip-mono=""
      className="flex min-w-0 whitespace-pre font-mono max-md:min-h-6 max-md:items-center"
    >
      <span className="truncate text-fg-3">{name.slice(0, cut)}</span>
      <span
        className={cx(
          'max-w-full shrink-0 truncate group-data-near/row:underline',
          deletion ? 'text-fg-2' : 'font-medium text-fg',
        )}
      >
        {name.slice(cut)}
      </span>
    </a>
  );
  // No element more than is needed: each costs in every frame of a table that is scrolled.
  if (!deletion && !account) return link;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {account && <span className="font-mono text-fg-3">…{scope.slice(8, 12)}</span>}
      {link}
      {deletion && (
        <ArchiveX
          role="img"
          aria-label="scheduled for deletion"
          strokeWidth={1.75}
          className="size-3.5 shrink-0 text-fg-3"
        />
      )}
    </span>
  );
}
