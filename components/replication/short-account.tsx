import { accountNumber } from '@/lib/domain/account-number';

/** An account by its last four digits, where there is little room; read out in full. */
export function ShortAccount({ account }: { account: string }) {
  return (
    <span data-tip={accountNumber(account)} className="shrink-0 font-mono text-fg-3 text-xs">
      <span aria-hidden>…{account.slice(-4)}</span>
      <span className="sr-only">{accountNumber(account)}</span>
    </span>
  );
}
