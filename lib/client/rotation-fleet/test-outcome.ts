import type { MendPlan } from '@/lib/domain/rotation-fleet/mend-plan';
import { awsNow } from '../aws-time';
import { lookAtRun } from '../look-at-run';
import type { MendStage } from './mend-one';

/** What a function writes can be read some seconds later. */
const LOOKS = 4;
const EVERY_MS = 3_000;

/** How a test has ended, by the log of that very run: CloudTrail tells it minutes later. */
export async function testOutcome(
  scope: string,
  { arn, functionArn }: MendPlan,
  version: string,
): Promise<MendStage> {
  if (functionArn === undefined) return { stage: 'untold' };
  for (let look = 0; look < LOOKS; look += 1) {
    const failed = new Date(awsNow()).toISOString();
    const attempt = { arn, functionArn, version, failed, test: true };
    const looked = lookAtRun({ scope, attempt, scan: false }, AbortSignal.timeout(30_000));
    const told = (await looked.catch(() => undefined))?.diagnosed;
    // Lines that may be another run's prove nothing of this one.
    if (told?.run?.by === 'shared') break;
    const [cause] = told?.causes ?? [];
    if (cause) return { stage: 'test-failed', cause: cause.cause };
    if (told && told.log.length > 0) return { stage: 'passed' };
    // Only what is not there yet is looked for again.
    if (told?.noLogs?.because !== 'no-lines') break;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return { stage: 'untold' };
}
