import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal, ModalTitle } from '@/components/ui/modal';
import { endGuard, guardLeaving, letLeave } from '@/lib/client/guard-leaving';
import { useStore } from '@/lib/client/store';
import { leaving, unsavedForms } from '@/lib/client/unsaved';

interface UnsavedGuardProps {
  /** Something is typed here that nothing else keeps. */
  readonly dirty: boolean;
  /** What it is: `The new value`. */
  readonly what: string;
  /** Names the form, where it can be closed by itself. */
  readonly form?: object;
  /** Lets go of what is typed. */
  readonly onDiscard: () => void;
}

/** Asks before something typed is lost, by whatever way: a link, a step in history, a tab, the closing of its sheet. */
export function UnsavedGuard({ dirty, what, form, onDiscard }: UnsavedGuardProps) {
  const [unnamed] = useState({});
  const mine = form ?? unnamed;
  const way = useStore(leaving);
  // The first of several asks for all of them.
  const first = useStore(unsavedForms)[0];
  useEffect(() => {
    if (!dirty) return;
    unsavedForms.set([...unsavedForms.get(), mine]);
    guardLeaving();
    return () => {
      unsavedForms.set(unsavedForms.get().filter((one) => one !== mine));
      endGuard();
    };
  }, [dirty, mine]);
  const stay = () => leaving.set(undefined);
  return (
    <Modal
      open={dirty && way !== undefined && (way.form ?? first) === mine}
      onClose={stay}
      className="inset-x-4 top-1/4 mx-auto max-w-md gap-3 rounded-lg bg-raised p-5"
    >
      <ModalTitle>{what} would be lost</ModalTitle>
      <p className="text-fg-2">It is kept nowhere but on this page.</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={stay}>
          Go on writing
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            leaving.set(undefined);
            onDiscard();
            if (way?.form) way.go();
            else if (way) letLeave(way.go);
          }}
        >
          Discard it
        </Button>
      </div>
    </Modal>
  );
}
