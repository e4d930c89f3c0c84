import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { zoned } from '@/components/ui/time-format';
import { MoveFailure } from '@/components/version/move-failure';
import { refusalReason } from '@/components/version/refusals';
import type { Failure } from '@/components/version/use-move';
import type { usePlan } from '@/components/version/use-plan';
import type { Problem } from '@/lib/contract/problem';

interface ReviewNoticesProps {
  readonly review: ReturnType<typeof usePlan>;
  readonly failure: Failure | undefined;
  /** Why the secret could not be read again, if that was tried and failed. */
  readonly unread: Problem | undefined;
}

/** What an operator has to know before the plan: what failed, what is new since they looked, why there is no plan. */
export function ReviewNotices({ review, failure, unread }: ReviewNoticesProps) {
  return (
    <>
      {unread && (
        <>
          <Notice form="strip" tone="warn" title="The secret could not be read again">
            What stands here is as of {zoned(new Date(review.seen.at), true)}. If a label has moved since, AWS
            refuses the call.
          </Notice>
          <ProblemNotice problem={unread} form="strip" role="alert" />
        </>
      )}
      {review.seen.notes.map(({ source, problem }) => (
        <ProblemNotice key={source} problem={problem} form="strip" />
      ))}
      {failure && <MoveFailure failure={failure} />}
      {review.plan.possible && review.changed && (
        <Notice
          form="strip"
          tone="warn"
          title="The plan has changed"
          actions={<Button onClick={review.acknowledge}>I have seen the new plan</Button>}
        >
          {review.changed === 'labels'
            ? 'A new reading shows other labels than before.'
            : 'The labels are where they were, but a new reading says something else for or against the move.'}{' '}
          What you had confirmed is taken back.
        </Notice>
      )}
      {review.plan.possible && review.plan.checks.some(({ code }) => code === 'password-dead') && (
        <Notice form="strip" tone="fail" title="Moving the label would make it worse">
          The older version holds a password that a rotation has replaced. There are other ways out, beneath
          the checks.
        </Notice>
      )}
      {!review.plan.possible && (
        <Notice form="strip" tone="warn" title="This cannot be done">
          {refusalReason(review.plan.because)}.
        </Notice>
      )}
    </>
  );
}
