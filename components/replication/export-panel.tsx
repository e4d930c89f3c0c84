import { Braces, Sheet } from 'lucide-react';
import { exportMatrix, type MatrixExport } from '@/components/replication/export-matrix';
import { Button } from '@/components/ui/button';

/** The rows of the matrix that are shown, as a file. */
export default function ExportPanel(given: MatrixExport) {
  const { rows, closed, reading } = given;
  return (
    <div className="w-72 max-w-full space-y-2 p-3">
      <p className="font-medium">
        Export {rows.length.toLocaleString('en')} {rows.length === 1 ? 'secret' : 'secrets'}
      </p>
      <p className="text-fg-2">
        The rows that are shown, a record for each region, metadata only: no value is read.
        {reading && ' Regions are still being read.'}
        {closed.size > 0 && ` Not readable: ${[...closed.keys()].join(', ')}.`}
      </p>
      <div className="flex gap-2">
        <Button icon={Sheet} onClick={() => exportMatrix(given, 'csv')}>
          CSV
        </Button>
        <Button icon={Braces} onClick={() => exportMatrix(given, 'json')}>
          JSON
        </Button>
      </div>
    </div>
  );
}
