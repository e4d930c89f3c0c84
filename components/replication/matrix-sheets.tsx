import dynamic from 'next/dynamic';
import type { useOpenCell } from '@/components/replication/use-open-cell';
import type { Rules } from '@/components/replication/use-rules';
import type { useSheets } from '@/components/replication/use-sheets';
import type { useMatrix } from '@/lib/client/replication/use-matrix';
import type { MatrixRow } from '@/lib/domain/replication/cell';

// Opened later, loaded later.
const ActSheet = dynamic(async () => (await import('@/components/replication/act-sheet')).ActSheet);
const ReadinessSheet = dynamic(
  async () => (await import('@/components/replication/readiness-sheet')).ReadinessSheet,
);
const AddingSheet = dynamic(async () => (await import('@/components/replication/adding-sheet')).AddingSheet);
const RulesSheet = dynamic(async () => (await import('@/components/replication/rules-sheet')).RulesSheet);

interface MatrixSheetsProps {
  readonly home: string;
  readonly matrix: ReturnType<typeof useMatrix>;
  readonly rules: Rules;
  /** The rows of the filter. */
  readonly rows: readonly MatrixRow[];
  readonly filtered: boolean;
  readonly open: ReturnType<typeof useOpenCell>['open'];
  readonly sheets: ReturnType<typeof useSheets>;
  readonly onShow: (key: string, region: string) => void;
}

/** What is opened from the matrix. */
export function MatrixSheets(props: MatrixSheetsProps) {
  const { home, matrix, rules, rows, filtered, open, sheets, onShow } = props;
  const { shown, prepared, acting, close, leaveAct } = sheets;
  const { regions, reading, sideOf, sides } = matrix;
  return (
    <>
      {prepared && open && (
        <ActSheet
          key={prepared.count}
          open={acting}
          scope={sideOf(open.key).scope}
          kind={prepared.kind}
          row={open.row}
          region={prepared.region}
          regions={sideOf(open.key).regions}
          onClose={leaveAct}
        />
      )}
      {shown === 'readiness' && (
        <ReadinessSheet
          open
          {...{ rows, filtered, regions, reading, sides }}
          onShow={(key, region) => {
            close();
            onShow(key, region);
          }}
          onClose={close}
        />
      )}
      {shown === 'adding' && <AddingSheet {...{ home, rows, filtered, sides, reading }} onClose={close} />}
      {shown === 'rules' && (
        <RulesSheet
          open
          rules={rules}
          unread={matrix.unreadRules}
          rows={matrix.rows}
          several={sides.length > 1}
          onClose={close}
        />
      )}
    </>
  );
}
