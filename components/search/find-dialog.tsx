import { Dialog as Base } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { FindResults } from '@/components/search/find-results';
import { Modal } from '@/components/ui/modal';

interface FindDialogProps {
  readonly scope: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One line to type or paste into, above everything, and beneath it where it leads. */
export default function FindDialog({ scope, open, onClose }: FindDialogProps) {
  return (
    <Modal
      open={open}
      onClose={onClose}
      className="inset-x-0 top-[12vh] mx-auto max-h-[70dvh] w-full max-w-[min(42rem,calc(100vw-2rem))] overflow-hidden rounded-lg bg-raised text-fg max-md:top-2 max-md:max-w-[calc(100vw-1rem)]"
    >
      <Base.Title className="sr-only">Find a secret</Base.Title>
      <FindResults scope={scope} icon={Search} onClose={onClose} />
    </Modal>
  );
}
