import { request } from 'node:http';
import type { BrowserSession } from './browser-session.ts';

/** As many copies in a question as the browser's reader asks for. */
const WAVE = 2_000;

/** Reads copies as the browser's reader does: more are asked for when hardly an answer is owed; none may be missing. */
export async function readCopies(
  session: BrowserSession,
  arns: readonly string[],
  owed: number,
): Promise<void> {
  const waves: Promise<void>[] = [];
  for (let at = 0; at < arns.length; at += WAVE) {
    let soon = () => {};
    const nearly = new Promise<void>((resolve) => {
      soon = resolve;
    });
    const wave = readWave(session, arns.slice(at, at + WAVE), (left) => left <= owed && soon());
    waves.push(wave);
    await Promise.race([nearly, wave]);
  }
  await Promise.all(waves);
}

function readWave(
  { port, scope, origin, headers }: BrowserSession,
  arns: readonly string[],
  onLeft: (left: number) => void,
): Promise<void> {
  const body = JSON.stringify({ scope, arns });
  return new Promise((resolve, reject) => {
    let rest = '';
    let left = arns.length;
    const asked = {
      ...{ host: '127.0.0.1', port, path: '/api/views/replication', method: 'POST' },
      headers: {
        ...{ ...headers(), origin, 'content-type': 'application/json' },
        'content-length': Buffer.byteLength(body),
      },
    };
    const sent = request(asked, (response) => {
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        const lines = (rest + part).split('\n');
        rest = lines.pop() ?? '';
        left -= lines.filter((line) => line.startsWith('{"kind":"read"')).length;
        onLeft(left);
      });
      response.on('end', () =>
        left === 0 ? resolve() : reject(new Error(`${left} copies were not read (${response.statusCode}).`)),
      );
      response.on('error', reject);
    });
    sent.setTimeout(30_000, () => sent.destroy(new Error('The replication has not answered.')));
    sent.on('error', reject);
    sent.end(body);
  });
}
