import type { ActRefusal } from './plan-act.ts';

const refusals: Readonly<Record<ActRefusal, string>> = {
  'primary-unread': 'The primary has not been read yet',
  'primary-unreadable':
    'The primary’s region cannot be read, and it alone can change the replication; promoting works',
  'is-primary': 'This is the primary: it is changed on the secret’s own page',
  'already-there': 'AWS already replicates to this region',
  'not-a-replica': 'There is no replica of this secret here',
  'nothing-to-retry': 'Nothing has failed here',
  'deletion-scheduled': 'The secret is scheduled for deletion: restore it first',
  'other-partition': 'AWS does not replicate between partitions',
  'no-region-left': 'Every region of this account that is known has it already',
};

/** Why an act cannot be done, for people. */
export const actRefusal = (because: ActRefusal): string => refusals[because];
