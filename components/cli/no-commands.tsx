import { SquareTerminal } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import type { CliView } from '@/lib/domain/cli-view/cli-view';

/** A page without commands says why it has none. */
export function NoCommands({ kind }: { readonly kind: CliView['kind'] | undefined }) {
  return (
    <EmptyState icon={SquareTerminal} title="No commands for this page">
      {kind === 'diagnose'
        ? 'It makes no AWS call: a pasted log is read in this browser alone.'
        : kind === 'permissions'
          ? 'It has made no AWS call: it shows what AWS answered to other pages. Asking IAM is one, once you do.'
          : 'Nothing was asked of AWS for it yet.'}
    </EmptyState>
  );
}
