import { ProblemNotice } from '@/components/problem/problem-notice';
import { Notice } from '@/components/ui/notice';
import { zoned } from '@/components/ui/time-format';
import type { Failure } from '@/components/version/use-move';
import type { LabelMoveResult } from '@/lib/client/label-move';

/** What came of a move that was refused or whose answer was lost: said at once, with what is true now. */
export function MoveFailure({ failure }: { failure: Failure }) {
  if (failure.kind === 'problem')
    return <ProblemNotice problem={failure.problem} form="strip" role="alert" />;
  const { title, body } = words(failure.result);
  return (
    <Notice form="strip" tone="warn" role="alert" title={title}>
      {body}
    </Notice>
  );
}

function words({ outcome, problem, at }: LabelMoveResult): { title: string; body: string } {
  const read = `Read back at ${zoned(new Date(at), true)}`;
  if (outcome === 'moved') {
    return {
      title: 'AWSCURRENT is on this version already',
      body: `${read}: somebody moved it before you. AWS refused your call and wrote nothing.`,
    };
  }
  if (outcome === 'not-moved' && problem?.code === 'label-moved') {
    return {
      title: 'AWSCURRENT moved and came back while you were looking',
      body: `${read}: it is where you saw it. AWS refused your call and wrote nothing; decide again.`,
    };
  }
  if (outcome === 'not-moved') {
    return {
      title: 'AWS did not answer, and nothing has moved so far',
      body: `${read}: AWSCURRENT is where it was. The call may still arrive; check again before you repeat it. ${problem?.detail ?? ''}`,
    };
  }
  return {
    title: 'AWSCURRENT moved while you were looking',
    body: `${read}: it is on another version now, and your call wrote nothing. This is the plan from there.`,
  };
}
