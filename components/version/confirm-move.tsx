import { ArrowUp, Undo2 } from 'lucide-react';
import { ActingAs } from '@/components/secret/acting-as';
import { TypedName } from '@/components/secret/typed-name';
import { Button } from '@/components/ui/button';
import { refusedWords } from '@/components/version/refusals';
import type { useMove } from '@/components/version/use-move';
import type { usePlan } from '@/components/version/use-plan';
import { shortId } from '@/lib/domain/short-id';

interface ConfirmMoveProps {
  /** Before the version: `Roll back to`. */
  readonly act: string;
  readonly review: ReturnType<typeof usePlan>;
  readonly move: ReturnType<typeof useMove>;
  readonly ids: readonly string[];
  /** The secret is being read again just now. */
  readonly checking: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The foot of a review: the typed name where the secret is protected, and the button that states the act. */
export function ConfirmMove(props: ConfirmMoveProps) {
  const { act, review, move, ids, checking, onConfirm, onCancel } = props;
  const { seen, plan, typed, setTyped } = review;
  const missing = whatIsMissing(review, move, checking);
  return (
    <form
      className="flex w-full flex-wrap items-center gap-x-3 gap-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === undefined && !move.busy) onConfirm();
      }}
    >
      <ActingAs />
      {review.named && plan.possible && (
        <TypedName words={seen.name} typed={typed} onTyped={setTyped} busy={move.busy} />
      )}
      <span className="ml-auto flex gap-2 max-md:w-full max-md:*:flex-1">
        <Button
          onClick={onCancel}
          disabledReason={move.busy ? 'AWS is being asked; the answer has to be seen' : undefined}
        >
          {plan.possible ? 'Cancel' : 'Close'}
        </Button>
        {plan.possible && (
          <Button
            type="submit"
            variant="primary"
            icon={plan.promotes ? ArrowUp : Undo2}
            busy={move.busy}
            disabledReason={missing}
          >
            <span>
              {act} <span className="font-mono">v {shortId(plan.to, ids)}…</span>
            </span>
          </Button>
        )}
      </span>
    </form>
  );
}

/** Why the move cannot be made yet, the first thing first. */
function whatIsMissing(
  review: ConfirmMoveProps['review'],
  move: ConfirmMoveProps['move'],
  checking: boolean,
): string | undefined {
  const { seen, plan, changed, unticked, typed } = review;
  if (!plan.possible) return 'There is no move to make';
  if (move.refusal) return refusedWords(move.refusal);
  if (checking) return 'The secret is being read again';
  if (changed) return 'The plan has changed: confirm that you have seen it';
  if (unticked > 0)
    return unticked === 1 ? 'One warning is not ticked' : `${unticked} warnings are not ticked`;
  if (review.named && typed.trim() !== seen.name) return 'Type the name of the secret to confirm';
  return undefined;
}
