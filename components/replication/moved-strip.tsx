import { Button } from '@/components/ui/button';

/** Rows do not jump under the pointer: what would stand elsewhere by now is sorted when asked. */
export function MovedStrip({ moved, onSettle }: { moved: number; onSettle: () => void }) {
  if (moved === 0) return null;
  return (
    <p className="flex shrink-0 items-center gap-3 border-b bg-progress-soft px-4 py-1 text-xs md:px-5">
      {moved.toLocaleString('en')} rows would stand elsewhere by now.
      <Button size="sm" variant="quiet" onClick={onSettle}>
        Sort again
      </Button>
    </p>
  );
}
