import { LoaderCircle } from 'lucide-react';
import { cx } from '@/components/ui/cx';

/** Work in progress; without motion a still three-quarter ring. The words beside it say what is going on. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cx('size-3.5 shrink-0 animate-spin', className)} />;
}
