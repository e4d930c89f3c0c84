import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { MoveOutcome } from '@/lib/domain/outcome';

interface UnsettledNoticeProps {
  readonly outcome: Exclude<MoveOutcome, 'moved'>;
  readonly onDismiss: () => void;
}

/** What became of a move that was under way when the page was reloaded, where it did not simply happen. */
export function UnsettledNotice({ outcome, onDismiss }: UnsettledNoticeProps) {
  return (
    <Notice
      form="strip"
      tone="warn"
      role="alert"
      title="A move was under way when this page was loaded"
      actions={<Button onClick={onDismiss}>Put away</Button>}
    >
      {outcome === 'not-moved'
        ? 'AWSCURRENT is where it was, as this reading shows. If the call still arrives, this page will show it.'
        : 'AWSCURRENT is on a third version now: somebody else moved it. The call wrote nothing, or was followed by another.'}
    </Notice>
  );
}
