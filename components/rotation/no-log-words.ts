import type { NoLogs } from '@/lib/contract/rotation';

/** Why an attempt's log lines could not be had. */
export const noLogWords: Record<NoLogs, string> = {
  denied: 'your role may not read this log group',
  'no-function': 'the function and its log group are gone',
  'no-group': 'the function has no log group: it never ran, or may not write one',
  'no-lines': 'none in the group is of this run',
  indistinct: 'several runs of the function ended then; none names its secret, and they do not say the same',
  expired: 'the group has deleted what is so old',
  elsewhere: 'the group hands them on and keeps none',
  'another-account': 'the function is of another account',
  'costs-money': 'they can only be had by a query that AWS bills',
  failed: 'they could not be read',
};

/** Whether another look may find lines: AWS failed, or refused what may be allowed by now. */
export const isPassing = (because: NoLogs): boolean => because === 'failed' || because === 'denied';
