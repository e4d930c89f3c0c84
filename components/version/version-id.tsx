import type { ComponentProps } from 'react';
import { CopyIcon } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import { ShortVersion } from '@/components/version/short-version';

/** A version, short, with a sign that copies its full id; not inside running text or a button. */
export function VersionId({ className, ...version }: ComponentProps<typeof ShortVersion>) {
  return (
    <span className={cx('group/id inline-flex items-center', className)}>
      <ShortVersion {...version} />
      <CopyIcon
        text={version.id}
        label={`Copy version id ${version.id}`}
        className="max-md:-my-2 pointer-fine:opacity-0 group-hover/id:opacity-100 focus-visible:opacity-100"
      />
    </span>
  );
}
