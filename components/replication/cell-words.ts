import type { Cell } from '@/lib/domain/replication/cell';
import { failureMeaning } from '@/lib/domain/replication/failure-meaning';

/** What a state of a cell means, and what to do next. */
export interface CellWords {
  readonly means: string;
  readonly next?: string;
}

/** A cell in words: what is known, how well, and the next step. */
export function cellWords(cell: Cell, primaryRegion: string): CellWords {
  const { state, region, report, source } = cell;
  switch (state) {
    case 'primary':
      return { means: 'The primary: changes and rotation happen here, and go to the replicas.' };
    case 'in-sync':
      return {
        means:
          source === 'read'
            ? 'Every label is on the same version as at the primary, read back in both regions.'
            : 'Every label is on the same version as at the primary; the region’s side is from its listing, up to five minutes old.',
      };
    case 'in-progress':
      return {
        means: 'AWS is copying. It publishes no time for it; usually seconds.',
        next: 'Wait; this panel reads again by itself.',
      };
    case 'failed': {
      const { means, next } = failureMeaning(report?.message);
      return { means, next };
    }
    case 'behind':
      return {
        means: `AWS reports it in sync, but ${region} serves another version, by ${labelsOf(cell)}.`,
        next: 'Retry, which takes nothing away. If it stays behind, replace the replica.',
      };
    case 'missing':
      return report
        ? {
            means: `AWS reports a replica, but ${region} knows no such secret.`,
            next: 'Retry, or remove the region and add it again.',
          }
        : { means: 'A fleet rule wants this secret here, and it is not.', next: 'Add the region.' };
    case 'uncompared':
      return {
        means: `The replica can be read, the primary in ${primaryRegion} cannot: whether they agree is not known.`,
        next: `If ${primaryRegion} stays away and something here must change, promote the replica.`,
      };
    case 'twin':
      return {
        means: `${region} has a secret of its own with this name. Nothing keeps the two in step.`,
        next: 'If it was a replica once, adding the region with overwrite makes it one again, and replaces its value.',
      };
    case 'unreadable':
      return {
        means: `${unreadable(cell)}, so what it serves is not proven. ${reported(cell)}`,
        next: cell.why === 'denied' ? 'Read it with a role that may.' : 'Try the region again.',
      };
    case 'unread':
      return { means: `Not read yet. ${reported(cell)}` };
    case 'none':
      return { means: 'No replica, and none is asked for.' };
  }
}

function unreadable({ region, why }: Cell): string {
  if (why === 'denied') return 'AWS refuses this copy to your role';
  return why === 'no-answer' ? `${region} did not answer for this copy` : `${region} is not being read`;
}

const reported = ({ report }: Cell) => (report ? `AWS reports ${report.status}.` : '');
const labelsOf = ({ differs }: Cell) => (differs ?? []).map(({ label }) => label).join(', ');
