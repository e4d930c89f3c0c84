import type { LabelWarning } from '@/components/version/use-label-change';
import type { LabelRefusal } from '@/lib/domain/label-change';

const reasons: Record<LabelRefusal, string> = {
  'name-missing': 'Give the label a name',
  'moved-by-aws': 'AWSCURRENT moves by a roll back, and AWSPREVIOUS follows it by itself',
  'already-there': 'This version has the label already',
  'not-there': 'The label is on no version any more',
  'too-many-labels': 'The secret has 20 labels, the most AWS allows',
  'replica-region': 'A replica follows its primary region: change labels there',
  'deletion-scheduled': 'The secret is scheduled for deletion: restore it first',
  'managed-by-service': 'Another AWS service manages this secret',
};

/** Why a label cannot be changed, for people. */
export const labelRefusal = (because: LabelRefusal): string => reasons[because];

/** What moving AWSPENDING by hand may do, and what a tick says to it. */
export const labelWarnings: Record<
  LabelWarning,
  { readonly title: string; readonly body: string; readonly tick: string }
> = {
  'ends-rotation': {
    title: 'A rotation may be open, and its password may be in force',
    body: 'If the rotation has set the password at the service already, this version is the only record of it. Compare or reveal it first.',
    tick: 'I have made sure that it is not needed',
  },
  'opens-rotation': {
    title: 'AWS will take this version for a rotation that has not finished',
    body: 'The next rotation goes on with it instead of a new version, and makes it current. Until then RotateSecret answers that a previous rotation isn’t complete.',
    tick: 'The next rotation may go on with this version',
  },
};
