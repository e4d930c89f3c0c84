import {
  CircleCheck,
  CircleMinus,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { Tone } from '@/components/ui/tone';

const icons: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  warn: TriangleAlert,
  fail: OctagonX,
  progress: LoaderCircle,
  idle: CircleMinus,
};

const markInk: Record<Tone, string> = {
  ok: 'text-ok-mark',
  warn: 'text-warn-mark',
  fail: 'text-fail-mark',
  progress: 'animate-spin text-progress-mark',
  idle: 'text-idle-mark',
};

/** The sign of a tone, in its mark colour. Words stand beside it, and change more often. */
export const ToneIcon = memo(function ToneIcon({
  tone,
  icon,
  className,
}: {
  tone: Tone;
  icon?: LucideIcon | undefined;
  className?: string;
}) {
  const Icon = icon ?? icons[tone];
  const ink = icon ? markInk[tone].replace('animate-spin ', '') : markInk[tone];
  return <Icon aria-hidden className={cx('shrink-0', className ?? 'size-3.5', ink)} />;
});

const blocks: Record<Tone, string> = {
  ok: 'border-ok-line bg-ok-soft text-ok',
  warn: 'border-warn-line bg-warn-soft text-warn',
  fail: 'border-fail-line bg-fail-soft text-fail',
  progress: 'border-progress-line bg-progress-soft text-progress',
  idle: 'border-idle-line bg-idle-soft text-idle',
};

interface StatusProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Instead of the tone's own sign, e.g. a lock for "access denied". */
  readonly icon?: LucideIcon;
  readonly className?: string;
}

/** A state that heads a pane: sign and word on a tint. */
export function StatusBadge({ tone, icon, children, className }: StatusProps) {
  const Icon = icon ?? icons[tone];
  return (
    <span
      className={cx(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm border pr-1.5 pl-1 font-medium text-xs',
        blocks[tone],
        className,
      )}
    >
      <Icon aria-hidden className={cx('size-3.5 shrink-0', !icon && tone === 'progress' && 'animate-spin')} />
      {children}
    </span>
  );
}

const words: Record<Tone, string> = {
  ok: 'text-fg-2',
  warn: 'text-warn',
  fail: 'text-fail',
  progress: 'text-progress',
  idle: 'text-fg-2',
};

/** A state in a row: quiet when well, coloured words only for trouble. */
export function StatusText({ tone, icon, children, className }: StatusProps) {
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', words[tone], className)}>
      <ToneIcon tone={tone} icon={icon} />
      {children}
    </span>
  );
}
