import type { coverage } from '@/components/inventory/count-words';
import { usePaced } from '@/components/inventory/use-paced';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

/** What the page's count covers, in the parts there is room for. */
export function Coverage({ of: { count, folded, without } }: { of: ReturnType<typeof coverage> }) {
  return (
    <>
      {count}
      <span className="max-md:hidden">{folded}</span>
      {without}
    </>
  );
}

/** How far the reading is, at most once in five seconds: pages arrive far faster than they can be read out. */
export function Progress({ words }: { words: string }) {
  const said = usePaced(words, 5_000);
  return (
    <div role="status">
      <VisuallyHidden>{said}</VisuallyHidden>
    </div>
  );
}
