import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { type Child, startNode } from '../scripts/child.ts';
import { directAws } from './aws.ts';
import { kilobytes } from './memory.ts';
import { atMost, type Result, told } from './report.ts';

const RESETS = 50;
/** The event history is full after 90 days, the 100 versions of a secret after 100: from then on it is level. */
const FILLED = 120;
const DAYS = 360;
const SECRETS = 10;
const READS = 4;

/** A sandbox in a process of its own, and how long it took to open its world. */
interface Opened {
  readonly url: string;
  readonly child: Child;
  readonly seconds: number;
}

/** How long the sandbox's worlds take to open, how much memory they hold, and that it stays level. */
export async function measureWorlds(): Promise<Result[]> {
  return [...(await measureDemo()), ...(await measureFleet())];
}

async function measureDemo(): Promise<Result[]> {
  const { url, child, seconds } = await open('--world', 'demo');
  const opened = memory(child);
  const start = performance.now();
  for (let round = 0; round < RESETS; round++) await post(url, 'reset', {});
  const reset = (performance.now() - start) / RESETS;
  const afterResets = memory(child);
  const { client } = await directAws(url, 'riley');
  const at = client('us-east-1');
  for (let one = 0; one < SECRETS; one++) {
    await at.send(new CreateSecretCommand({ Name: name(one), SecretString: 'first' }));
  }
  await live(url, at, FILLED);
  const filled = memory(child);
  await live(url, at, DAYS - FILLED);
  const ended = memory(child);
  await child.stop();
  return [
    atMost('sandbox, demo: ready after', seconds, 10, 's'),
    atMost('sandbox, demo: a reset', reset, 300, 'ms'),
    told('sandbox, demo: memory (RSS) once ready', `${opened} MiB`),
    atMost(`sandbox, demo: memory after ${RESETS} resets`, afterResets, 700, 'MiB'),
    told(`sandbox, demo: memory after ${FILLED} virtual days`, `${filled} MiB`),
    atMost(`sandbox, demo: growth in the ${DAYS - FILLED} days that follow`, ended - filled, 60, 'MiB'),
  ];
}

async function measureFleet(): Promise<Result[]> {
  const { child, seconds } = await open('--world', 'fleet', '--secrets', '100000');
  const held = memory(child);
  await child.stop();
  return [
    told('sandbox, 100,000 secrets: ready after', `${seconds.toFixed(1)} s`),
    atMost('sandbox, 100,000 secrets: memory (RSS)', held, 953, 'MiB'),
  ];
}

/** So many days, each with what operators and applications do. */
async function live(url: string, client: SecretsManagerClient, days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    await post(url, 'clock', { advance: 'P1D' });
    for (let one = 0; one < SECRETS; one++) {
      const SecretId = name(one);
      await client.send(new PutSecretValueCommand({ SecretId, SecretString: `day ${day}` }));
      const reads = Array.from({ length: READS }, () => client.send(new GetSecretValueCommand({ SecretId })));
      await Promise.all(reads);
    }
  }
}

function name(one: number): string {
  return `bench/day-by-day-${one}`;
}

function memory({ pid }: Child): number {
  return Math.round(kilobytes(pid ?? 0) / 1024);
}

async function open(...flags: readonly string[]): Promise<Opened> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = startNode(['sandbox/main.ts', '--port', '0', '--quotas', 'off', ...flags], {
      env: process.env,
      onLine(line) {
        const url = /^sandbox ready (http:\S+)$/.exec(line)?.[1];
        if (url) resolve({ url, child, seconds: (performance.now() - start) / 1000 });
      },
    });
    void child.ended.then((how) => reject(new Error(`The sandbox has ended (${how}).`)));
  });
}

async function post(url: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`/_sandbox/${path} answered ${answer.status}.`);
  await answer.arrayBuffer();
}
