import { kmsName, shortKey } from '../kms-key.ts';
import type { CopyReading } from './cell.ts';
import { compareLabels } from './compare-labels.ts';
import { isSeen } from './judge-cell.ts';
import type { ActKind } from './plan-act.ts';

/**
 * How far an act has come, by what was read after it. `failed`: AWS says that the replica could not be made; `reported`: the
 * primary says it is as it should be, and the region itself cannot be read.
 */
export type ActOutcome = 'done' | 'waiting' | 'failed' | 'reported';

/** What was read after an act: the primary's side and the region's. */
export interface ActProof {
  readonly primary: CopyReading | undefined;
  readonly copy: CopyReading | undefined;
  /** Milliseconds since AWS took the call. */
  readonly elapsed: number;
  /** For a change of key: the one asked for, and the one AWS reported before. */
  readonly key?: { readonly asked: string | undefined; readonly before: string | undefined };
}

// A reading may still show the failure of the attempt before: reads are eventually consistent.
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
const SETTLED = 5_000;

/** Judges an act on one region by re-reading, never by AWS having taken the call. */
export function judgeAct(kind: ActKind, region: string, proof: ActProof): ActOutcome {
  const { primary, copy, elapsed, key } = proof;
  if (kind === 'promote') return isSeen(copy) && !isReplica(copy, region) ? 'done' : 'waiting';
  if (!isSeen(primary)) return 'waiting';
  const report = primary.replicas.find((one) => one.region === region);
  if (kind === 'remove') {
    if (report || isReplica(copy, region)) return 'waiting';
    return copy === 'gone' || isSeen(copy) ? 'done' : 'reported';
  }
  if (report?.status === 'Failed') return elapsed >= SETTLED ? 'failed' : 'waiting';
  if (report?.status !== 'InSync') return 'waiting';
  if (kind === 'change-key' && key && !hasChanged(report.kmsKeyId, key)) return 'waiting';
  // Waiting longer proves no more.
  if (copy === 'denied') return 'reported';
  if (!isSeen(copy) || !isReplica(copy, region)) return 'waiting';
  return compareLabels(primary.holders, copy.holders).length === 0 ? 'done' : 'waiting';
}

const isReplica = (copy: CopyReading | undefined, region: string) =>
  isSeen(copy) && copy.primaryRegion !== undefined && copy.primaryRegion !== region;

// In sync it was before, too. AWS may report the key by another name than it was asked for: then it is another than before.
function hasChanged(reported: string | undefined, { asked, before }: NonNullable<ActProof['key']>): boolean {
  const [now, wanted, old] = [reported, asked, before].map((key) => shortKey(kmsName(key)));
  return now === wanted || now !== old;
}
