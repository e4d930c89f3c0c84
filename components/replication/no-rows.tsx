import { Globe } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';

/** Nothing to list: still being read, filtered away, or no secret is replicated. */
export function NoRows({ reading, total }: { reading: boolean; total: number }) {
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
  return (
    <EmptyState icon={Globe} title="No secret is replicated">
      No region that could be read lists a secret with a primary region. A fleet rule shows secrets that
      should be in a region and are not.
    </EmptyState>
  );
}
