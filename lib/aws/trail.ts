import 'server-only';
import { HISTORY_MS, type SearchedStream } from '@/lib/domain/timeline/searched';
import type { TrailRecord } from '@/lib/domain/timeline/trail-record';
import { readTrailPage } from './cloudtrail';
import type { AwsOperator } from './credentials';
import { forgetWithClients } from './own-client';

/** One way of looking: the events of one name in a region, or those of one secret by its ARN; read from now backwards. */
export interface TrailStream {
  readonly name: string;
  readonly question: { readonly key: 'EventName' | 'ResourceName'; readonly value: string };
  records: readonly TrailRecord[];
  /** Absent until its first page was read. */
  read?: Pick<SearchedStream, 'from' | 'to' | 'complete' | 'pages'>;
  /** Where its next older page begins. */
  token?: string | undefined;
  /** When its newest page was read, by this computer's clock in milliseconds. */
  fresh: number;
  /** Whoever reads it now; the next reader waits. */
  turn: Promise<unknown>;
}

/** What one sign-in has read of a region's event history; all of its secrets share it. */
export interface Trail {
  readonly streams: Map<string, TrailStream>;
}

const MOST_TRAILS = 64;
const MOST_STREAMS = 80;
/** How many events of a stream are kept; further back is not read. */
export const MOST_RECORDS = 2_000;
const MOST_FRESH_PAGES = 4;
// Newly delivered events lie up to this far behind the last reading.
const OVERLAP_MS = 20 * 60_000;

const trails = new Map<string, Trail>();
forgetWithClients((start) => {
  for (const key of trails.keys()) if (key.startsWith(start)) trails.delete(key);
});

/** The kept part of a region's event history, of one sign-in and scope; dropped when the sign-in ends. */
export function trailOf({ sid, scope }: AwsOperator, region: string): Trail {
  const key = [sid, scope, region].join('|');
  const trail = trails.get(key) ?? { streams: new Map() };
  keepLast(trails, key, trail, MOST_TRAILS);
  return trail;
}

/** A stream of a trail, unread at first. */
export function streamOf(trail: Trail, name: string, question: TrailStream['question']): TrailStream {
  const key = question.key === 'EventName' ? name : `${name} ${question.value}`;
  const stream: TrailStream = trail.streams.get(key) ?? {
    name,
    question,
    records: [],
    fresh: Number.NEGATIVE_INFINITY,
    turn: Promise.resolve(),
  };
  keepLast(trail.streams, key, stream, MOST_STREAMS);
  return stream;
}

// Those unused for longest go first.
function keepLast<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

/** Reads what is newer than the last reading; at first, the newest page. */
export function readNewest(operator: AwsOperator, region: string, stream: TrailStream, signal: AbortSignal) {
  return inTurn(stream, async () => {
    const { read, question } = stream;
    const since = read && new Date(Date.parse(read.to) - OVERLAP_MS).toISOString();
    const newer: TrailRecord[] = [];
    let token: string | undefined;
    let oldest: string | undefined;
    let to = '';
    let pages = 0;
    do {
      const page = await readTrailPage(
        operator,
        region,
        { ...question, ...(since ? { since } : {}), token },
        signal,
      );
      newer.push(...page.records);
      oldest = page.oldest ?? oldest;
      to ||= page.at;
      token = page.token;
      pages += 1;
    } while (since && token && pages < MOST_FRESH_PAGES);
    if (read && !token) {
      stream.records = once([...newer, ...stream.records]);
      stream.read = { ...read, to, pages: read.pages + pages };
    } else {
      // Too much is new for the two to meet: what was read before would leave a gap.
      stream.records = once(newer);
      stream.token = read ? undefined : token;
      stream.read = { from: oldest && token ? oldest : furthest(to), to, complete: !token, pages };
    }
    stream.fresh = Date.now();
  });
}

/** Reads one page further back, if there is one and it may be kept. */
export function readOlder(operator: AwsOperator, region: string, stream: TrailStream, signal: AbortSignal) {
  return inTurn(stream, async () => {
    const { read, token, question } = stream;
    if (!read || !hasOlder(stream)) return;
    const page = await readTrailPage(operator, region, { ...question, token }, signal);
    stream.records = once([...stream.records, ...page.records]);
    stream.token = page.token;
    stream.read = {
      ...read,
      from: page.token ? (page.oldest ?? read.from) : furthest(read.to),
      complete: !page.token,
      pages: read.pages + 1,
    };
  });
}

/** Whether there is more to read of a stream further back. */
export function hasOlder({ token, records }: TrailStream): boolean {
  return token !== undefined && records.length < MOST_RECORDS;
}

// Two tabs of one operator do not read the same page twice.
async function inTurn(stream: TrailStream, run: () => Promise<void>): Promise<void> {
  const before = stream.turn;
  const mine = before.then(run, run);
  stream.turn = mine.catch(() => {});
  await mine;
}

const furthest = (to: string) => new Date(Date.parse(to) - HISTORY_MS).toISOString();

function once(records: readonly TrailRecord[]): TrailRecord[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
