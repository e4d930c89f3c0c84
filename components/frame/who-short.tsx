import { useTimeLeft } from '@/components/frame/use-time-left';
import { cx } from '@/components/ui/cx';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';

interface WhoShortProps {
  readonly operator: OperatorInfo;
  readonly now: () => number;
}

/** Account, operator and time left in the top bar, while the sidebar is a rail without room for them. */
export function WhoShort({ operator, now }: WhoShortProps) {
  const time = useTimeLeft(operator.expires, now);
  return (
    <p className="flex shrink-0 items-center gap-2 border-r pr-3 text-xs max-lg:hidden xl:hidden">
      <span className="font-medium font-mono">{accountNumber(operator.account)}</span>
      <span className="max-w-40 truncate text-fg-2">{operator.name}</span>
      <span className={cx('text-2xs', time?.short ? 'font-medium text-warn' : 'text-fg-3')}>
        {time?.left}
      </span>
    </p>
  );
}
