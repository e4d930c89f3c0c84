import { Button } from '@/components/ui/button';
import { ConfirmName } from '@/components/value/confirm-name';
import type { useRun } from '@/lib/client/replication/use-run';

interface AddingFootProps {
  readonly phrase: string;
  /** Whether the words have to be typed. */
  readonly asked: boolean;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly missing: string | undefined;
  readonly picked: number;
  /** As whom the accounts are changed that replicas are added in. */
  readonly scopes: readonly string[];
  readonly run: ReturnType<typeof useRun>;
  /** Whether it has been begun: it is begun once. */
  readonly over: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** The confirmation of a run, how far it is, and its end. */
export function AddingFoot(props: AddingFootProps) {
  const { phrase, asked, typed, onTyped, missing, picked, scopes, run, over, onConfirm, onClose } = props;
  if (over) {
    const done = [...run.results.values()].filter(({ outcome }) => outcome === 'done').length;
    return (
      <>
        {run.busy && <Button onClick={run.stop}>Stop after this one</Button>}
        <span role="status" className="text-xs">
          {done.toLocaleString('en')} of {picked.toLocaleString('en')} added and read back
        </span>
        <Button
          className="ml-auto"
          disabledReason={run.busy ? 'AWS is being asked; the answers have to be seen' : undefined}
          onClick={onClose}
        >
          Close
        </Button>
      </>
    );
  }
  return (
    <ConfirmName
      {...{ typed, onTyped, asked, missing, scopes, onConfirm }}
      name={phrase}
      busy={run.busy}
      act={
        picked === 0
          ? 'Add replicas'
          : `Add ${picked.toLocaleString('en')} ${picked === 1 ? 'replica' : 'replicas'}`
      }
      onCancel={onClose}
    />
  );
}
