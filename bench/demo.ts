import type { Group } from '../scripts/group.ts';
import { directAws } from './aws.ts';
import { signIn } from './browser-session.ts';
import { createCounter } from './counter.ts';
import { measureDoor } from './door.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureMemory } from './memory.ts';
import { countPages } from './pages.ts';
import { exactly, type Result } from './report.ts';
import { measureSandbox } from './sandbox-load.ts';
import { openStage } from './stage.ts';
import { measureTimeline } from './timeline.ts';
import { countCalls } from './views.ts';

const REGION = 'us-east-1';

/** The demo world: what the doors add, what views ask of AWS, the first load, the sandbox's own speed. */
export async function measureDemo(group: Group, executablePath: string): Promise<Result[]> {
  const { endpoint, port, pid } = await openStage(group, { world: 'demo' });
  const session = await signIn(port, 'riley');
  const aws = await directAws(endpoint, 'riley');
  const counter = await createCounter(endpoint);
  const { arn } = await aws.secret(REGION, 'bench/described');
  return [
    ...(await measureDoor(session, aws.client(REGION), REGION, arn)),
    ...(await countCalls(session, aws, counter, REGION)),
    ...(await measureTimeline(session, counter, {
      arn,
      other: (await aws.secret(REGION, 'bench/told')).arn,
    })),
    ...(await countPages(session, aws, counter, { region: REGION, executablePath })),
    ...(await measureFirstLoad(session, arn, executablePath)),
    exactly('GetSecretValue calls in all', String(await counter.total('GetSecretValue')), '0'),
    exactly('BatchGetSecretValue calls in all', String(await counter.total('BatchGetSecretValue')), '0'),
    measureMemory(pid),
    ...(await measureSandbox(endpoint, REGION, arn)),
  ];
}
