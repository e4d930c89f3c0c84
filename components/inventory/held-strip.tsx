import { figure } from '@/components/inventory/count-words';
import { Button } from '@/components/ui/button';

interface HeldStripProps {
  readonly fresh: number;
  readonly gone: number;
  readonly onShow: () => void;
}

/** What a later reading found that the table does not show yet, so that no row moves unasked. */
export default function HeldStrip({ fresh, gone, onShow }: HeldStripProps) {
  const words = [
    ...(fresh > 0 ? [`${figure(fresh)} new`] : []),
    ...(gone > 0 ? [`${figure(gone)} gone`] : []),
  ];
  return (
    <div
      role="status"
      className="flex h-8 shrink-0 items-center gap-2 border-accent-line border-t bg-accent-soft px-4 text-xs max-md:h-12 md:px-5"
    >
      <b className="font-semibold">{words.join(', ')}</b>
      <span className="text-fg-2">since these rows were read</span>
      <Button size="sm" onClick={onShow}>
        Show
      </Button>
    </div>
  );
}
