import { ShortAccount } from '@/components/replication/short-account';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';

/** The account of a secret, beside its name in a list of several accounts. */
export function RowAccount({ arn }: { arn: string }) {
  const account = accountIn(arn);
  return (
    <>
      <span className="shrink-0 font-mono text-fg-3 max-md:hidden">{accountNumber(account)}</span>
      <span className="md:hidden">
        <ShortAccount account={account} />
      </span>
    </>
  );
}
