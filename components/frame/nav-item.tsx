import type { LucideIcon } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { PageLink } from '@/components/ui/page-link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

interface NavItemProps {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** `page` on the page itself, `true` on a page beneath it; absent elsewhere. */
  readonly current?: 'page' | 'true' | undefined;
  /** A dash until it is known: never a total while loading. Null where there is nothing to count. */
  readonly count: number | undefined | null;
  readonly form: 'side' | 'bar';
}

/** A place to go: a line in the sidebar, a sign in the rail and in the bar of a phone. */
export function NavItem({ href, label, icon: Icon, current, count, form }: NavItemProps) {
  const counted = count === undefined ? '–' : (count ?? 0).toLocaleString('en');
  const number = count !== null && (
    <>
      <span aria-hidden>{counted}</span>
      <VisuallyHidden>{count === undefined ? ', not counted yet' : `, ${counted}`}</VisuallyHidden>
    </>
  );
  if (form === 'bar') {
    return (
      <PageLink
        href={href}
        aria-current={current}
        className={cx(
          'flex h-full flex-col items-center justify-center gap-1 font-medium text-2xs focus-visible:-outline-offset-2',
          current ? 'text-accent' : 'text-fg-2',
        )}
      >
        <Icon aria-hidden strokeWidth={1.75} className="size-[1.125rem] shrink-0" />
        <span>
          {label} <span className="font-normal text-fg-2">{number}</span>
        </span>
      </PageLink>
    );
  }
  return (
    <PageLink
      href={href}
      aria-current={current}
      data-tip={label}
      className={cx(
        'mb-0.5 flex h-7 items-center gap-2 rounded-md px-2 max-xl:justify-center max-xl:px-0',
        current ? 'bg-nav-current font-medium text-fg ring-1 ring-line-strong' : 'text-fg-2 hover:bg-hover',
      )}
    >
      <Icon aria-hidden strokeWidth={1.75} className={cx('size-3.5 shrink-0', current && 'text-accent')} />
      <span className="flex-1 max-xl:sr-only">{label}</span>
      <span className="font-normal text-2xs text-fg-3 max-xl:hidden">{number}</span>
    </PageLink>
  );
}
