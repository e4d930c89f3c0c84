import { Plus, RotateCw, ShieldCheck, SlidersHorizontal } from 'lucide-react';
import { ExportButton } from '@/components/replication/export-button';
import type { MatrixExport } from '@/components/replication/export-matrix';
import { Button } from '@/components/ui/button';

/** What can be opened above the matrix. */
export type MatrixSheet = 'readiness' | 'rules' | 'adding';

interface PageActionsProps extends MatrixExport {
  readonly onOpen: (sheet: MatrixSheet) => void;
  readonly onRefresh: () => void;
}

/** What can be done with the whole matrix; where there is little room, the less needed go by their signs. */
export function PageActions({ onOpen, onRefresh, ...matrix }: PageActionsProps) {
  return (
    <>
      <Button icon={ShieldCheck} onClick={() => onOpen('readiness')}>
        Readiness
      </Button>
      <Button icon={SlidersHorizontal} onClick={() => onOpen('rules')}>
        <span className="max-md:sr-only">Fleet rules</span>
      </Button>
      <Button icon={Plus} onClick={() => onOpen('adding')}>
        <span className="max-lg:sr-only">Add region to secrets</span>
      </Button>
      <ExportButton {...matrix} />
      <Button icon={RotateCw} kbd="R" busy={matrix.reading} onClick={onRefresh}>
        <span className="max-md:sr-only">Refresh</span>
      </Button>
    </>
  );
}
