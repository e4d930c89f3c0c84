import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** Where the page has no other heading. */
  readonly heading?: boolean;
  /** What was searched, so that "none" can be believed. */
  readonly children: ReactNode;
  /** One way out. */
  readonly action?: ReactNode;
  readonly className?: string;
}

/** Nothing is here, and that is the answer. */
export function EmptyState(props: EmptyStateProps) {
  const { icon: Icon, title, heading = false, children, action, className } = props;
  const Title = heading ? 'h1' : 'p';
  return (
    <div className={cx('flex flex-col items-start px-4 py-6 md:px-5', className)}>
      <Icon aria-hidden strokeWidth={1.75} className="size-4 text-fg-3" />
      <Title className="mt-2 font-medium text-sm">{title}</Title>
      <div className="mt-0.5 max-w-[70ch] text-fg-2 text-xs">{children}</div>
      {action !== undefined && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
