import type { OperatorInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { roleName } from '@/lib/domain/role-name';

/** Whose account every figure on the screen is of, and under which role it is read. */
export function AccountBlock({ operator }: { operator: OperatorInfo }) {
  const others = new Set(operator.places.map(({ account }) => account)).size - 1;
  return (
    <div className="mx-2 mt-2 rounded-md border border-line-strong bg-surface px-2 py-1.5 text-xs max-xl:hidden">
      {operator.accountName && <p className="truncate font-medium">{operator.accountName}</p>}
      <p className="flex items-center gap-1.5">
        <span className="font-medium font-mono">{accountNumber(operator.account)}</span>
        {operator.protected && (
          <span className="ml-auto rounded-xs bg-fail-soft px-1 font-semibold text-[0.625rem] text-fail">
            PROTECTED
          </span>
        )}
        {operator.sandbox && !operator.protected && (
          <span className="ml-auto h-3.5 rounded-xs border border-transparent bg-fg px-1 font-semibold text-[0.625rem] text-canvas leading-3">
            SANDBOX
          </span>
        )}
      </p>
      <p className="mt-0.5 truncate font-mono text-2xs text-fg-3">
        {roleName(operator.scope.slice(operator.account.length + 1))}
      </p>
      {others > 0 && (
        <p className="mt-0.5 text-2xs text-fg-2">
          and {others} {others === 1 ? 'other account' : 'other accounts'}
        </p>
      )}
    </div>
  );
}
