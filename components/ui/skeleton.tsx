import { cx } from '@/components/ui/cx';

/** A bar where a word will be, in the width the word will have. It stands still: loading is said in words. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block h-2 rounded-xs bg-line', className)} />;
}
