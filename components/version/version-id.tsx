import { CopyIcon } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import { shortId } from '@/lib/domain/short-id';

interface VersionIdProps {
  readonly id: string;
  /** The other versions on the screen, so that two never look alike. */
  readonly others?: readonly string[] | undefined;
  /** Whether the full id can be copied here; not inside running text or a button. */
  readonly copy?: boolean;
  readonly className?: string;
}

/** A version, short: `v 7f3a…`. Pointing shows the full id, the sign behind it copies that. */
export function VersionId({ id, others, copy = true, className }: VersionIdProps) {
  const short = shortId(id, others);
  const words = (
    <>
      <span className="text-fg-3">v </span>
      <span className="font-medium">{short === id ? id : `${short}…`}</span>
    </>
  );
  // A table has hundreds of them: without a sign to copy by, one element less each.
  if (!copy) {
    return (
      <span data-tip={id} data-tip-mono="" className={cx('whitespace-nowrap font-mono', className)}>
        {words}
      </span>
    );
  }
  return (
    <span className={cx('group/id inline-flex items-center whitespace-nowrap font-mono', className)}>
      <span data-tip={id} data-tip-mono="">
        {words}
      </span>
      <CopyIcon
        text={id}
        label={`Copy version id ${id}`}
        className="max-md:-my-2 pointer-fine:opacity-0 group-hover/id:opacity-100 focus-visible:opacity-100"
      />
    </span>
  );
}
