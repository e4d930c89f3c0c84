import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What was searched, so that "none" can be believed. */
  readonly children: ReactNode;
  /** One way out. */
  readonly action?: ReactNode;
  readonly className?: string;
}

/** Nothing is here, and that is the answer. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cx('flex flex-col items-start px-4 py-6 md:px-5', className)}>
      <Icon aria-hidden strokeWidth={1.75} className="size-4 text-fg-3" />
      <p className="mt-2 font-medium text-sm">{title}</p>
      <div className="mt-0.5 max-w-[70ch] text-fg-2 text-xs">{children}</div>
      {action !== undefined && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}
