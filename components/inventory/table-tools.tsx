import { ArrowUpDown, Columns3, Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { orderedColumns, shownColumns } from '@/components/inventory/column-layout';
import type { ExportOrder } from '@/components/inventory/export-secrets';
import { useScreen } from '@/components/inventory/use-screen';
import { Popover } from '@/components/ui/popover';
import type { TableLayout } from '@/lib/client/table-layout';
import type { SortOrder } from '@/lib/domain/sort-secrets';

const ViewPanel = lazy(() => import('./view-panel'));
const ExportPanel = lazy(() => import('./export-panel'));

interface TableToolsProps {
  readonly layout: TableLayout;
  readonly onLayout: (next: TableLayout) => void;
  readonly sort: SortOrder;
  readonly onSort: (order: SortOrder) => void;
  readonly order: Omit<ExportOrder, 'form'>;
  readonly reading: boolean;
}

const look =
  'inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-md border border-line-strong bg-surface px-2.5 text-xs hover:bg-hover active:bg-sunken max-md:h-11';

/** How the table is laid out, and its rows as a file; what is behind both is fetched when they are opened. */
export function TableTools({ layout, onLayout, sort, onSort, order, reading }: TableToolsProps) {
  const screen = useScreen();
  const Icon = screen === 'phone' ? ArrowUpDown : Columns3;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const opening = (panel: string) => () => setOpened(new Set(opened).add(panel));
  return (
    <>
      <Popover
        label="Layout of the table"
        className={look}
        panelClassName="w-96"
        onOpen={opening('view')}
        trigger={
          <>
            <Icon aria-hidden strokeWidth={1.75} className="size-3.5" />
            {screen === 'phone'
              ? 'Sort'
              : `Columns ${shownColumns(layout, screen).length} of ${orderedColumns(layout).length}`}
          </>
        }
      >
        <Suspense>
          {opened.has('view') && <ViewPanel {...{ layout, onLayout, screen, sort, onSort }} />}
        </Suspense>
      </Popover>
      <Popover
        label="Export"
        className={look}
        onOpen={opening('export')}
        trigger={
          <>
            <Download aria-hidden strokeWidth={1.75} className="size-3.5" />
            <span className="max-md:sr-only">Export</span>
          </>
        }
      >
        <Suspense>{opened.has('export') && <ExportPanel {...order} reading={reading} />}</Suspense>
      </Popover>
    </>
  );
}
