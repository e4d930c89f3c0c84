import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { MatrixExport } from '@/components/replication/export-matrix';
import { Popover } from '@/components/ui/popover';

const ExportPanel = lazy(() => import('@/components/replication/export-panel'));

/** Takes the matrix away as a file; what is behind it is fetched when it is opened. */
export function ExportButton(given: MatrixExport) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      label="Export of the matrix"
      className="inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-md border border-line-strong bg-surface px-2.5 text-xs hover:bg-hover active:bg-sunken max-md:h-11 max-md:px-3.5"
      onOpen={() => setOpened(true)}
      trigger={
        <>
          <Download aria-hidden strokeWidth={1.75} className="size-3.5" />
          <span className="max-md:sr-only">Export</span>
        </>
      }
    >
      <Suspense>{opened && <ExportPanel {...given} />}</Suspense>
    </Popover>
  );
}
