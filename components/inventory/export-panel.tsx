import { Braces, Sheet } from 'lucide-react';
import { counted, notRead } from '@/components/inventory/count-words';
import { type ExportOrder, exportSecrets } from '@/components/inventory/export-secrets';
import { Button } from '@/components/ui/button';

interface ExportPanelProps extends Omit<ExportOrder, 'form'> {
  /** Whether regions are still being read. */
  readonly reading: boolean;
}

/** The rows that are shown, as a file. */
export default function ExportPanel({ reading, ...order }: ExportPanelProps) {
  const without = notRead(order.state.regions);
  return (
    <div className="w-72 max-w-full space-y-2 p-3">
      <p className="font-medium">Export {counted(order.secrets.length, 'secret')}</p>
      <p className="text-fg-2">
        The rows that are shown, metadata only: no value is read.
        {reading && ' Regions are still being read.'}
        {without && ` Without ${without}.`}
      </p>
      <div className="flex gap-2">
        <Button icon={Sheet} onClick={() => exportSecrets({ ...order, form: 'csv' })}>
          CSV
        </Button>
        <Button icon={Braces} onClick={() => exportSecrets({ ...order, form: 'json' })}>
          JSON
        </Button>
      </div>
    </div>
  );
}
