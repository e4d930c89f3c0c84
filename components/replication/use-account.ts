import { useMemo } from 'react';
import { useAddressField } from '@/lib/client/address';
import type { AccountSide } from '@/lib/client/replication/account-sides';
import { accountIn } from '@/lib/domain/account-region';
import type { MatrixRow } from '@/lib/domain/replication/cell';

/** The account that the matrix is narrowed to by its address, by twelve digits, and what of the matrix that leaves. */
export function useAccount(rows: readonly MatrixRow[], sides: readonly AccountSide[]) {
  const [asked, setAsked] = useAddressField('account');
  // An account that is not among several filters nothing.
  const chosen = sides.length > 1 ? sides.find(({ account }) => account === asked)?.account : undefined;
  return {
    chosen,
    rows: useMemo(
      () => (chosen ? rows.filter(({ secret }) => accountIn(secret.key) === chosen) : rows),
      [rows, chosen],
    ),
    sides: useMemo(
      () => (chosen ? sides.filter(({ account }) => account === chosen) : sides),
      [sides, chosen],
    ),
    choose: (next: string | undefined) => setAsked(next ?? null, 'replace'),
  };
}
