import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { zoned } from '@/components/ui/time-format';
import { CompareInline } from '@/components/value/compare-inline';
import type { PutFailureState } from '@/components/value/use-put-form';
import type { SecretReading } from '@/lib/contract/answers';
import { holderOf } from '@/lib/domain/version';

interface PutFailureProps {
  readonly scope: string;
  readonly failure: PutFailureState | undefined;
  readonly reading: SecretReading;
  /** The reading the form was opened over. */
  readonly seen: SecretReading;
  readonly moved: boolean;
  readonly onAdopt: () => void;
}

/** Why a value was not put, and what is true now; what is typed stays. */
export function PutFailure({ scope, failure, reading, seen, moved, onAdopt }: PutFailureProps) {
  const from = holderOf(seen.versions, 'AWSCURRENT')?.id;
  const to = holderOf(reading.versions, 'AWSCURRENT')?.id;
  return (
    <>
      {moved && (
        <>
          <Notice
            form="strip"
            tone="warn"
            role="alert"
            title="AWSCURRENT has moved since you opened this form"
            actions={<Button onClick={onAdopt}>Go on over what is current now</Button>}
          >
            Nothing was written. Somebody else has put or moved a version; compare what you saw with what is
            there.
          </Notice>
          {from && to && <CompareInline scope={scope} reading={reading} from={from} to={to} />}
        </>
      )}
      {failure && 'outcome' in failure && (
        <Notice
          form="strip"
          tone="warn"
          role="alert"
          title="AWS did not answer, and the version is not there so far"
        >
          Read back at {zoned(new Date(failure.at), true)}. The call may still arrive. Sending this form again
          makes no second version: its id was chosen when the form opened.
        </Notice>
      )}
      {failure && !('outcome' in failure) && !(moved && failure.problem.code === 'label-moved') && (
        <ProblemNotice problem={failure.problem} form="strip" role="alert" />
      )}
    </>
  );
}
