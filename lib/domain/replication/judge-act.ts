import type { CopyReading } from './cell.ts';
import { compareLabels } from './compare-labels.ts';
import { isSeen } from './judge-cell.ts';
import type { ActKind } from './plan-act.ts';

/** How far an act has come, by what was read after it; `failed`: AWS says that the replica could not be made. */
export type ActOutcome = 'done' | 'waiting' | 'failed';

/** What was read after an act: the primary's side and the region's. */
export interface ActProof {
  readonly primary: CopyReading | undefined;
  readonly copy: CopyReading | undefined;
  /** Milliseconds since AWS took the call. */
  readonly elapsed: number;
}

// A reading may still show the failure of the attempt before: reads are eventually consistent.
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
const SETTLED = 5_000;

/** Judges an act on one region by re-reading, never by AWS having taken the call. */
export function judgeAct(kind: ActKind, region: string, { primary, copy, elapsed }: ActProof): ActOutcome {
  if (kind === 'promote') return isSeen(copy) && copy.primaryRegion === undefined ? 'done' : 'waiting';
  if (!isSeen(primary)) return 'waiting';
  const report = primary.replicas.find((one) => one.region === region);
  if (kind === 'remove') return report || isReplica(copy) ? 'waiting' : 'done';
  if (report?.status === 'Failed') return elapsed >= SETTLED ? 'failed' : 'waiting';
  if (report?.status !== 'InSync' || !isSeen(copy) || copy.primaryRegion === undefined) return 'waiting';
  return compareLabels(primary.holders, copy.holders).length === 0 ? 'done' : 'waiting';
}

const isReplica = (copy: CopyReading | undefined) => isSeen(copy) && copy.primaryRegion !== undefined;
