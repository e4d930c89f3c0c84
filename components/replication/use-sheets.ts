import { useState } from 'react';
import type { MatrixSheet } from '@/components/replication/page-actions';
import type { ActKind } from '@/lib/domain/replication/plan-act';

/** An act that is being prepared, or under way. */
interface PreparedAct {
  readonly kind: ActKind;
  readonly region: string | undefined;
  /** Tells it from the one before. */
  readonly count: number;
}

/** What is opened from the matrix: one of its sheets, and above the panel the sheet of an act. */
export function useSheets() {
  const [shown, setShown] = useState<MatrixSheet>();
  const [prepared, setPrepared] = useState<PreparedAct>();
  const [acting, setActing] = useState(false);
  return {
    ...{ shown, prepared, acting },
    show: setShown,
    close: () => setShown(undefined),
    act: (kind: ActKind, region: string | undefined) => {
      setPrepared({ kind, region, count: (prepared?.count ?? 0) + 1 });
      setActing(true);
    },
    /** An act that is under way goes on. */
    leaveAct: () => setActing(false),
  };
}
