import { CircleHelp, Globe } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';

interface NoRowsProps {
  readonly reading: boolean;
  readonly total: number;
  /** Whether every region was listed: else nobody knows what is replicated there. */
  readonly known: boolean;
}

/** Nothing to list: still being read, filtered away, not known, or no secret is replicated. */
export function NoRows({ reading, total, known }: NoRowsProps) {
  if (total > 0) {
    return (
      <EmptyState icon={Globe} title="No secret matches">
        {total.toLocaleString('en')} secrets were searched. Clear the filter to see them.
      </EmptyState>
    );
  }
  if (reading) {
    return (
      <div aria-hidden className="w-full space-y-3 p-5">
        {Array.from({ length: 14 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
          <Skeleton key={at} className="h-4 w-full" />
        ))}
      </div>
    );
  }
  if (!known) {
    return (
      <EmptyState icon={CircleHelp} title="Whether a secret is replicated is not known">
        Not every region could be listed; the others list no secret with a replica.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Globe} title="No secret is replicated">
      No region that could be read lists a secret with a primary region. A fleet rule shows secrets that
      should be in a region and are not.
    </EmptyState>
  );
}
