import { validationError } from './errors.ts';
import type { WantedRegion } from './replica-plan.ts';

const REGION = /^([a-z]+-)+\d+$/;

/** One entry of AddReplicaRegions as it was sent: AWS's model requires neither member. */
export interface GivenRegion {
  readonly Region: string | undefined;
  readonly KmsKeyId: string | undefined;
}

/**
 * The regions to replicate to, or AWS's refusal of a code that is none. Apart from the other constraints
 * because a replica refuses the whole call before its regions are looked at.
 */
export function wantedRegions(given: readonly GivenRegion[]): readonly WantedRegion[] {
  const faults: string[] = [];
  const wanted = given.map(({ Region, KmsKeyId }, at) => {
    faults.push(...faultsOf(Region, `addReplicaRegions.${at + 1}.member.region`));
    return { Region: Region ?? '', KmsKeyId };
  });
  if (faults.length > 0) throw validationError(faults);
  return wanted;
}

/** The same for the bare codes of RemoveReplicaRegions. */
export function requireRegionCodes(codes: readonly string[]): void {
  const faults = codes.flatMap((code, at) => faultsOf(code, `removeReplicaRegions.${at + 1}.member`));
  if (faults.length > 0) throw validationError(faults);
}

function faultsOf(code: string | undefined, path: string): string[] {
  if (code === undefined) {
    return [`Value null at '${path}' failed to satisfy constraint: Member must not be null`];
  }
  if (REGION.test(code)) return [];
  const rule = `Member must satisfy regular expression pattern: ${REGION.source}`;
  return [`Value '${code}' at '${path}' failed to satisfy constraint: ${rule}`];
}
