import { cx } from '@/components/ui/cx';
import { shortId } from '@/lib/domain/short-id';

interface ShortVersionProps {
  readonly id: string;
  /** The other versions on the screen, so that two never look alike. */
  readonly others?: readonly string[] | undefined;
  readonly className?: string | undefined;
}

/** A version, short: `v 7f3a…`. Pointing shows the full id. */
export function ShortVersion({ id, others, className }: ShortVersionProps) {
  const short = shortId(id, others);
  return (
    <span data-tip={id} data-tip-mono="" className={cx('whitespace-nowrap font-mono', className)}>
      <span className="text-fg-3">v </span>
      <span className="font-medium">{short === id ? id : `${short}…`}</span>
    </span>
  );
}
