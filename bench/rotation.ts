import { Agent } from 'node:http';
import { attemptsOf } from '../lib/domain/rotation/attempts-of.ts';
import type { RotationEvent } from '../lib/domain/rotation/rotation-event.ts';
import type { Group } from '../scripts/group.ts';
import { type BrowserSession, signIn } from './browser-session.ts';
import { createCounter, spell } from './counter.ts';
import { ask } from './http.ts';
import { atMost, exactly, type Result, told } from './report.ts';
import { ROTATING_REGIONS as REGIONS, ROTATING, rotatingFleetFile } from './rotating-fleet.ts';
import { openStage } from './stage.ts';

/** AWS's allowance of LookupEvents, for an account in a region; a page has 50 events. */
const A_SECOND = 2;
const PAGE = 50;
const FIRST_PAGES = 4;
/** Of a failing function: its configuration, its log group, its log at least once. */
const EVIDENCE_CALLS = 3;
/** What may be spent over the least that is possible. */
const OVER = 1.2;

// The page asks all regions at once.
const agent = new Agent({ keepAlive: true, maxSockets: REGIONS.length });

interface Line {
  readonly kind: string;
  readonly region?: string;
  readonly more?: boolean;
  readonly stream?: { readonly name: string };
  readonly events?: readonly RotationEvent[];
  readonly diagnosed?: { readonly causes: readonly { readonly cause: string }[] };
}

/** 2,000 rotating secrets of which 500 fail: first and complete view against the least the quotas allow. */
export async function measureRotation(group: Group): Promise<Result[]> {
  const { endpoint, port } = await openStage(group, { world: rotatingFleetFile() });
  const session = await signIn(port, 'riley');
  const counter = await createCounter(endpoint);
  /** The newest answer of each stream: it replaces what was told before. */
  const streams = new Map<string, readonly RotationEvent[]>();
  const seconds = { first: 0, events: 0, evidence: 0 };
  const first = await counter.during(async () => {
    seconds.first = await timed(() => Promise.all(REGIONS.map((region) => read(session, streams, region))));
  });
  await counter.during(async () => {
    seconds.events = await timed(() =>
      Promise.all(REGIONS.map((region) => readAll(session, streams, region))),
    );
  });
  const lookups = await counter.total('LookupEvents');
  const attempts = failedOf([...streams.values()].flat());
  if (attempts.length !== ROTATING.failing) throw new Error(`${attempts.length} secrets were found failing.`);
  let causes: readonly string[] = [];
  const evidence = await counter.during(async () => {
    seconds.evidence = await timed(async () => {
      causes = await diagnose(session, attempts);
    });
  });
  const pages = REGIONS.map((region) => leastPages(streams, region));
  const functions = new Set(attempts.map(({ functionArn }) => functionArn)).size;
  const leastLookups = pages.reduce((sum, count) => sum + count, 0);
  const leastSeconds = Math.max(...pages) / A_SECOND;
  const complete = seconds.first + seconds.events + seconds.evidence;
  const what = `rotation, ${ROTATING.secrets} of which ${ROTATING.failing} fail`;
  const calls = (text: string) => [...text.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
  return [
    exactly(
      `AWS calls: ${what}, first view`,
      first,
      spell(new Map([['LookupEvents', FIRST_PAGES * REGIONS.length]])),
    ),
    atMost(`${what}, first view`, seconds.first, (OVER * FIRST_PAGES) / A_SECOND, 's'),
    atMost(`AWS calls: ${what}, all events (least ${leastLookups})`, lookups / leastLookups, OVER, 'x'),
    atMost(
      `AWS calls: ${what}, evidence (${evidence})`,
      calls(evidence) / (EVIDENCE_CALLS * functions),
      OVER,
      'x',
    ),
    told(`${what}, causes found`, tally(causes)),
    told(
      `${what}, all events / evidence`,
      `${(seconds.first + seconds.events).toFixed(1)} / ${seconds.evidence.toFixed(1)} s`,
    ),
    atMost(`${what}, complete view`, complete, OVER * leastSeconds, 's'),
  ];
}

async function linesOf(answer: Promise<{ readonly status: number; readonly text: string }>): Promise<Line[]> {
  const { status, text } = await answer;
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): Line => JSON.parse(line));
  if (status === 200 && lines.at(-1)?.kind === 'end' && !lines.some(({ kind }) => kind === 'region-failed'))
    return lines;
  throw new Error(`The reading was refused or broke off: ${status}.`);
}

/** Reads a region, or what lies further back in it; whether there is more. */
async function read(
  session: BrowserSession,
  streams: Map<string, readonly RotationEvent[]>,
  region: string,
  further = false,
): Promise<boolean> {
  const query = new URLSearchParams({
    scope: session.scope,
    regions: region,
    ...(further ? { further: region } : {}),
  });
  const { port } = session;
  const path = `/api/views/rotation?${query}`;
  const lines = await linesOf(ask({ port, path, headers: session.headers(), agent }));
  for (const { stream, events } of lines)
    if (stream && events) streams.set(`${region} ${stream.name}`, events);
  return lines.some(({ more }) => more);
}

async function readAll(
  session: BrowserSession,
  streams: Map<string, readonly RotationEvent[]>,
  region: string,
): Promise<void> {
  while (await read(session, streams, region, true));
}

const leastPages = (streams: ReadonlyMap<string, readonly RotationEvent[]>, region: string) =>
  [...streams]
    .filter(([key]) => key.startsWith(`${region} `))
    .reduce((sum, [, { length }]) => sum + Math.max(1, Math.ceil(length / PAGE)), 0);

/** The last failed run of each secret whose last attempt failed. */
function failedOf(events: readonly RotationEvent[]) {
  const latest = new Map(
    attemptsOf(events)
      .toReversed()
      .map((attempt) => [attempt.arn, attempt]),
  );
  return [...latest.values()].flatMap(({ arn, version, began, outcome, failures }) => {
    const last = failures.at(-1);
    if (outcome !== 'failed' || !last) return [];
    return [{ arn, version, began, failed: last.at, message: last.message, functionArn: last.functionArn }];
  });
}

async function diagnose(session: BrowserSession, attempts: readonly object[]): Promise<string[]> {
  const lines = await linesOf(session.post('/api/views/evidence', { scope: session.scope, attempts }));
  return lines.flatMap(({ diagnosed }) => diagnosed?.causes[0]?.cause ?? []);
}

function tally(causes: readonly string[]): string {
  const groups = Map.groupBy(causes, (cause) => cause);
  return [...groups].map(([cause, { length }]) => `${length} ${cause}`).join(', ');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
