import type { RotationAttempt } from './attempt.ts';

/**
 * The attempts, with those that the labels show to have ended well: finishSecret moves AWSCURRENT to the new version, and
 * AWS dates that rotation, long before CloudTrail tells of its end.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export function endedByLabels(
  attempts: readonly RotationAttempt[],
  current: string | undefined,
  lastRotated: string | undefined,
): readonly RotationAttempt[] {
  return attempts.map((attempt) => {
    const { version, test, outcome, began } = attempt;
    const isOpen = outcome === 'running' && !test && version !== undefined && version === current;
    // Somebody can promote a pending version by hand: then AWS dates no rotation.
    if (!isOpen || lastRotated === undefined || began === undefined) return attempt;
    return Date.parse(lastRotated) >= Math.floor(Date.parse(began) / 1_000) * 1_000
      ? { ...attempt, outcome: 'succeeded', last: lastRotated }
      : attempt;
  });
}
