import type { FleetTab } from './fleet-secret.ts';
import type { MendKind } from './mend-plan.ts';

// Where nothing failed there is nothing to retry; a schedule that is off cannot be turned off.
const offered: Record<FleetTab, readonly MendKind[]> = {
  open: ['retry', 'unstick', 'test', 'cancel'],
  stuck: ['retry', 'unstick', 'cancel'],
  overdue: ['retry', 'test', 'cancel'],
  'in-flight': ['test', 'cancel'],
  healthy: ['test', 'cancel'],
  unreadable: ['test', 'cancel'],
};

/** What may be done to the secrets of a list, in the order it is offered. */
export const offeredMends = (tab: FleetTab): readonly MendKind[] => offered[tab];
