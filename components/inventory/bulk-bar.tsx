import { Braces, Sheet } from 'lucide-react';
import { figure } from '@/components/inventory/count-words';
import { type ExportOrder, exportSecrets } from '@/components/inventory/export-secrets';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { cliText } from '@/lib/domain/cli';
import { describeCall } from '@/lib/domain/secret-calls';

interface BulkBarProps extends Omit<ExportOrder, 'form'> {
  /** How many are selected in all; `secrets` are those of them that are known now. */
  readonly count: number;
  /** How many of them the filter does not show. */
  readonly notShown: number;
  readonly onClear: () => void;
}

/** What can be done with everything that is selected, docked at the lower edge of the table. */
export default function BulkBar({ count, notShown, onClear, ...order }: BulkBarProps) {
  const { secrets } = order;
  const lines = (line: (secret: (typeof secrets)[number]) => string) => `${secrets.map(line).join('\n')}\n`;
  return (
    <section
      aria-label="Selected secrets"
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-accent-line border-t bg-accent-soft px-4 py-2 text-xs md:px-5"
    >
      <p role="status" className="mr-2">
        <b className="font-semibold">{figure(count)} selected</b>
        {notShown > 0 && <span className="text-fg-2">, {figure(notShown)} not shown</span>}
      </p>
      <CopyButton size="md" variant="secondary" what="names" text={lines(({ name }) => name)} />
      <CopyButton size="md" variant="secondary" what="ARNs" text={lines(({ shown }) => shown.arn)} />
      <CopyButton
        size="md"
        variant="secondary"
        what="as CLI"
        text={lines(({ shown }) => cliText(describeCall(shown.region, shown.arn)))}
      />
      <Button icon={Sheet} onClick={() => exportSecrets({ ...order, form: 'csv' })}>
        Export CSV
      </Button>
      <Button icon={Braces} onClick={() => exportSecrets({ ...order, form: 'json' })}>
        Export JSON
      </Button>
      <Button variant="quiet" kbd="Esc" onClick={onClear} className="ml-auto">
        Clear selection
      </Button>
    </section>
  );
}
