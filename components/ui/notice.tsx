import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToneIcon } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import type { Tone } from '@/components/ui/tone';

const tints: Record<Tone, string> = {
  ok: 'border-ok-line bg-ok-soft',
  warn: 'border-warn-line bg-warn-soft',
  fail: 'border-fail-line bg-fail-soft',
  progress: 'border-progress-line bg-progress-soft',
  idle: 'border-line bg-surface',
};

interface NoticeProps {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly icon?: LucideIcon | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `strip` runs edge to edge above the data it speaks of; `panel` stands alone. */
  readonly form?: 'strip' | 'panel';
  /** `alert` interrupts a screen reader: only for a write that failed. */
  readonly role?: 'status' | 'alert' | undefined;
  readonly className?: string;
}

/** A message in the place it concerns: what is the matter, why, and what can be done. */
export function Notice({
  tone,
  title,
  icon,
  children,
  actions,
  form = 'panel',
  role,
  className,
}: NoticeProps) {
  return (
    <div
      role={role}
      className={cx(
        'flex gap-2.5 text-xs',
        form === 'panel' ? 'rounded-md border px-4 py-3' : 'border-b px-4 py-2.5 md:px-5',
        tints[tone],
        className,
      )}
    >
      <span className="pt-px">
        <ToneIcon tone={tone} icon={icon} />
      </span>
      <div className="@container min-w-0 flex-1">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2.5">
          <div className="min-w-0 max-w-[90ch] flex-[1_1_18rem]">
            <p className="font-medium">{title}</p>
            {children !== undefined && <div className="wrap-anywhere mt-0.5 text-fg-2">{children}</div>}
          </div>
          {actions !== undefined && (
            <div className="flex flex-wrap items-center gap-2 @2xl:ml-auto">{actions}</div>
          )}
        </div>
      </div>
    </div>
  );
}
