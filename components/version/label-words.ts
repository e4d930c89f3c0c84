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
