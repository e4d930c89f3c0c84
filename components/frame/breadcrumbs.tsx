import { cx } from '@/components/ui/cx';
import { PageLink } from '@/components/ui/page-link';

/** One step on the way to this page; the last is the page itself. */
export interface Crumb {
  readonly label: string;
  readonly href?: string | undefined;
  /** For names AWS gave: secrets, regions. */
  readonly mono?: boolean | undefined;
}

/** Where this page is. On a phone only the page itself remains. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-1.5 text-xs">
        {crumbs.map(({ label, href, mono }, at) => {
          const last = at === crumbs.length - 1;
          const look = cx(
            'truncate',
            mono && 'font-mono',
            last ? 'font-medium text-fg' : 'text-fg-3 hover:text-fg',
          );
          return (
            <li
              key={`${href} ${label}`}
              className={cx('flex items-center gap-1.5', last ? 'min-w-0' : 'shrink-0 max-md:hidden')}
            >
              {href && !last ? (
                <PageLink href={href} className={look}>
                  {label}
                </PageLink>
              ) : (
                <span className={look} aria-current={last ? 'page' : undefined}>
                  {label}
                </span>
              )}
              {!last && (
                <span aria-hidden className="text-fg-3">
                  /
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
