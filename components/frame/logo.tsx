import { cx } from '@/components/ui/cx';

/** The mark: a keyhole on the turn. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={cx('size-5 shrink-0', className)}>
      <rect width="20" height="20" rx="4" className="fill-fg" />
      <g transform="rotate(-45 10 10)" fill="none" className="stroke-canvas">
        <circle cx="10" cy="10" r="5.25" strokeWidth="1.5" />
        <path d="M10 7.6v4.8" strokeWidth="2.4" strokeLinecap="round" />
      </g>
    </svg>
  );
}
