import { CreateSecretCommand, DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { chromium } from '@playwright/test';
import { freshSecret, startConsole } from '../scripts/console.ts';
import type { Group } from '../scripts/group.ts';
import { anyFreePort } from '../scripts/port.ts';
import { type DirectAws, directAws } from './aws.ts';
import { type BrowserSession, signIn } from './browser-session.ts';
import { createCounter } from './counter.ts';
import { judgedFrames } from './frames.ts';
import { quantile } from './quantile.ts';
import { readCopies } from './replication-reading.ts';
import { atMost, exactly, type Result, told } from './report.ts';
import { scrollAndTrace } from './scrolling.ts';

const SECRETS = 5_000;
const REGIONS = [
  'us-east-1',
  'us-west-2',
  'eu-west-1',
  'ap-southeast-2',
  'us-east-2',
  'eu-central-1',
  'ap-northeast-1',
  'sa-east-1',
] as const;
/** What a call takes in AWS, in milliseconds. */
const CALL_MS = 40;
/** As many calls at once in a region as the console makes. */
const AT_ONCE = 12;
const PAIRS = 5;

/** 5,000 secrets in 8 regions: what judging them costs against the SDK making the least possible calls, and frames. */
export async function measureReplication(group: Group, executablePath: string): Promise<Result[]> {
  const endpoint = await openSandbox(group);
  const port = await anyFreePort();
  const url = `http://localhost:${port}`;
  await startConsole(group, { host: '127.0.0.1', port, url, secret: freshSecret(), endpoint, audit: false });
  const aws = await directAws(endpoint, 'riley');
  const arns = await makeFleet(aws);
  const session = await signIn(port, 'riley');
  const counter = await createCounter(endpoint);
  const asked = await counter.during(() => readByConsole(session, arns));
  const bare = await compare(session, aws, arns);
  const latency = { kind: 'latency', operation: 'DescribeSecret', ms: CALL_MS };
  await fetch(`${endpoint}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(latency) });
  const real = await compare(session, aws, arns);
  await fetch(`${endpoint}/_sandbox/faults`, { method: 'DELETE' });
  const what = `replication of ${SECRETS} x ${REGIONS.length}`;
  const { page, frames } = await scroll(session, executablePath, counter);
  return [
    told(`${what}, 0 ms a call: console / SDK`, spread(bare)),
    told(`${what}, ${CALL_MS} ms a call: console / SDK`, spread(real)),
    atMost(`${what}, console against SDK`, real.console / real.direct, 1.1, 'x'),
    exactly(`AWS calls: ${what}, all in sync`, asked, `${SECRETS} DescribeSecret`),
    told(`AWS calls: the whole page`, page),
    ...judgedFrames(what, frames),
  ];
}

function openSandbox(group: Group): Promise<string> {
  const args = [
    'sandbox/main.ts',
    '--port',
    '0',
    '--world',
    'empty',
    '--quotas',
    'off',
    '--replication-ms',
    '0',
  ];
  return new Promise((resolve) => {
    group.start('sandbox', args, {
      env: process.env,
      onLine: (line) => {
        const url = /^sandbox ready (http:\S+)$/.exec(line)?.[1];
        if (url) resolve(url);
      },
    });
  });
}

/** Makes the secrets, their primaries spread over all regions, each with a replica in every other. */
async function makeFleet(aws: DirectAws): Promise<string[]> {
  return inTurn(SECRETS, 32, async (at) => {
    const region = REGIONS[at % REGIONS.length]!;
    const { ARN } = await aws.client(region).send(
      new CreateSecretCommand({
        Name: `prod/team-${at % 40}/service-${at}`,
        SecretString: 'one',
        AddReplicaRegions: REGIONS.filter((other) => other !== region).map((Region) => ({ Region })),
      }),
    );
    return ARN ?? '';
  });
}

async function inTurn<T>(count: number, atOnce: number, work: (at: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const at = next++;
      results[at] = await work(at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

const readByConsole = (session: BrowserSession, arns: readonly string[]) =>
  readCopies(session, arns, AT_ONCE * REGIONS.length);

async function readBySdk(aws: DirectAws, arns: readonly string[]): Promise<void> {
  const own = (region: string) => arns.filter((arn) => arn.split(':')[3] === region);
  await Promise.all(
    REGIONS.map(async (region) => {
      const there = own(region);
      const client = aws.client(region);
      await inTurn(there.length, AT_ONCE, (at) =>
        client.send(new DescribeSecretCommand({ SecretId: there[at] })),
      );
    }),
  );
}

interface Compared {
  readonly console: number;
  readonly direct: number;
}

async function compare(session: BrowserSession, aws: DirectAws, arns: readonly string[]): Promise<Compared> {
  const through: number[] = [];
  const direct: number[] = [];
  for (let pair = -1; pair < PAIRS; pair += 1) {
    // Whoever comes second finds the machine warm: they take turns.
    const first = pair % 2 === 0;
    const early = await timed(() => (first ? readByConsole(session, arns) : readBySdk(aws, arns)));
    const late = await timed(() => (first ? readBySdk(aws, arns) : readByConsole(session, arns)));
    if (pair < 0) continue;
    through.push(first ? early : late);
    direct.push(first ? late : early);
  }
  return { console: quantile(through, 0.5), direct: quantile(direct, 0.5) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const spread = ({ console, direct }: Compared) => `${Math.round(console)} / ${Math.round(direct)} ms`;

async function scroll(
  session: BrowserSession,
  executablePath: string,
  counter: Awaited<ReturnType<typeof createCounter>>,
) {
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const cookies = [...session.cookies].map(([name, value]) => ({ name, value, url: session.origin }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    const asked = await counter.during(async () => {
      await page.goto(`${session.origin}/replication?${new URLSearchParams({ scope: session.scope })}`);
      await page
        .locator('[role="grid"][aria-rowcount]:not([aria-rowcount="-1"])')
        .waitFor({ timeout: 120_000 });
    });
    const frames = await scrollAndTrace(browser, page, await context.newCDPSession(page));
    return { page: asked, frames };
  } finally {
    await browser.close();
  }
}
