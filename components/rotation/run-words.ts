import type { RunProof } from '@/lib/contract/rotation';

/** Of which run the lines are that are shown, and how surely it is the attempt's: `of exactly this run`. */
export function runWords({ by, runs, attempts }: RunProof): string {
  if (by === 'named') return 'of exactly this run';
  if (by === 'alone') return 'of the one run of the function that ended then; it does not name the secret';
  return runs === 1
    ? `of the one run that ended then, while ${attempts} rotations failed; it does not name its secret`
    : `of one of ${runs} runs that ended then; none names its secret, and all say the same`;
}
