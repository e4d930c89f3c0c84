import type { Problem } from '@/lib/contract/problem';
import type { Refusal } from '@/lib/domain/rollback';

const reasons: Record<Refusal, string> = {
  'no-current': 'No version holds AWSCURRENT, so there is nothing to move',
  'target-unknown': 'AWS does not list this version any more',
  'target-is-current': 'This version holds AWSCURRENT already',
  'target-without-value':
    'AWS shows no sign that this version holds a value: no read is recorded, and an unfinished rotation leaves empty versions',
  'replica-region': 'A replica follows its primary region: change it there',
  'deletion-scheduled': 'The secret is scheduled for deletion: restore it first',
  'managed-by-service': 'Another AWS service manages this secret',
};

/** Why a version cannot be rolled back to, for people. */
export function refusalReason(because: Refusal): string {
  return reasons[because];
}

/** A refusal of a change, AWS's own or this console's, on a control that would ask for it again. */
export function refusedWords({ code, action, detail }: Problem): string {
  if (code === 'read-only') return detail ?? '';
  return `AWS refused ${action ?? 'it'}: ${detail ?? ''}`;
}
