import { Agent, request } from 'node:http';
import type { BrowserSession } from './browser-session.ts';

/** What an operator's work came to. */
export interface Day {
  /** Milliseconds of each answer that was read to its end. */
  readonly answers: number[];
  /** What failed, in words: the door, and its status or the problem it told of. */
  readonly failures: string[];
  /** Readings that were left before they ended. */
  left: number;
}

/** The secret an operator of the bench works on: nobody else does. */
export interface Own {
  readonly arn: string;
  readonly region: string;
}

/** How long somebody looks at an answer before the next question, in milliseconds; at most. */
const LOOK = 900;
/** How long somebody stays with a timeline, in milliseconds: its account's allowance is shared by all. */
const STAY = 4_000;

/** What one operator does until the time is over: the table, a secret, its timeline, now and then a label that moves. */
export async function work(session: BrowserSession, own: Own, until: number): Promise<Day> {
  const day: Day = { answers: [], failures: [], left: 0 };
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const ask = (what: Asked) => send(session, agent, day, what);
  const view = (name: string, fields: Record<string, string> = {}) =>
    `/api/views/${name}?${new URLSearchParams({ scope: session.scope, ...fields })}`;
  const operation = (name: string, input: object) =>
    ask({ path: `/api/secretsmanager/${session.scope}/${own.region}/${name}`, body: { input } });
  try {
    for (let round = 0; performance.now() < until; round += 1) {
      // A table is read again now and then; whoever goes on before its end leaves it.
      if (round % 20 === 0) await ask({ path: view('inventory') });
      const read = await ask({ path: view('secret', { arn: own.arn }) });
      await look();
      if (round % 5 === 0) await ask({ path: view('timeline', { arn: own.arn }), leaveAfter: STAY });
      await operation('DescribeSecret', { SecretId: own.arn });
      await look();
      if (round % 3 === 0 && read) await move(operation, own, currentOf(read));
      await ask({ path: view('spent') });
    }
  } finally {
    agent.destroy();
  }
  return day;
}

async function move(
  operation: (name: string, input: object) => Promise<string | undefined>,
  { arn }: Own,
  version: string,
): Promise<void> {
  const label = { SecretId: arn, VersionStage: 'bench' };
  await operation('UpdateSecretVersionStage', { ...label, MoveToVersionId: version });
  await operation('UpdateSecretVersionStage', { ...label, RemoveFromVersionId: version });
}

function currentOf(reading: string): string {
  const { versions } = JSON.parse(reading) as { versions: { id: string; labels: string[] }[] };
  return versions.find(({ labels }) => labels.includes('AWSCURRENT'))?.id ?? '';
}

const look = () => new Promise<void>((resolve) => setTimeout(resolve, Math.random() * LOOK));

interface Asked {
  readonly path: string;
  readonly body?: object;
  /** Milliseconds after which whoever asked goes elsewhere. */
  readonly leaveAfter?: number;
}

/** Asks as a page does, and answers the text; undefined when it failed or was left. */
function send(
  { port, origin, headers }: BrowserSession,
  agent: Agent,
  day: Day,
  { path, body, leaveAfter }: Asked,
): Promise<string | undefined> {
  const start = performance.now();
  const door = path.split('?')[0]!.replace(/\/[^/]*\/[^/]*\/(?=[^/]*$)/, '/');
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve) => {
    const fail = (why: string) => {
      day.failures.push(`${door}: ${why}`);
      resolve(undefined);
    };
    const asked = {
      ...{ host: '127.0.0.1', port, path, agent, method: text === undefined ? 'GET' : 'POST' },
      headers: {
        ...headers(),
        ...(text === undefined
          ? {}
          : {
              origin,
              'content-type': 'application/json',
              'content-length': String(Buffer.byteLength(text)),
            }),
      },
    };
    let gone = false;
    const sent = request(asked, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        answer += part;
      });
      response.on('error', (cause) => !gone && fail(cause.message));
      response.on('end', () => {
        day.answers.push(performance.now() - start);
        const problem = /"problem":\{"code":"([a-z-]+)"/.exec(answer)?.[1];
        if (response.statusCode !== 200) fail(String(response.statusCode));
        else if (problem) fail(problem);
        else resolve(answer);
      });
    });
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer in a minute')));
    sent.on('error', (cause) => !gone && fail(cause.message));
    if (leaveAfter !== undefined)
      setTimeout(() => {
        if (sent.closed || sent.destroyed) return;
        gone = true;
        day.left += 1;
        sent.destroy();
        resolve(undefined);
      }, leaveAfter);
    sent.end(text);
  });
}
