import { Agent, request } from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { atLeast, type Result } from './report.ts';

const WARM_UP = 3_000;
const SAMPLES = 15_000;
const AT_ONCE = 16;

/** A request that can be sent again and again while its signature is fresh. */
interface Signed {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How many simple calls a second the sandbox's one process answers, each with its signature proved. */
export async function measureSandbox(endpoint: string, region: string, arn: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const operation of ['DescribeSecret', 'GetSecretValue']) {
    const signed = await sign(endpoint, region, operation, JSON.stringify({ SecretId: arn }));
    await send(signed, WARM_UP);
    const start = performance.now();
    await send(signed, SAMPLES);
    const seconds = (performance.now() - start) / 1000;
    results.push(atLeast(`sandbox, ${operation}`, Math.round(SAMPLES / seconds), 1_500, 'calls/s'));
  }
  return results;
}

async function sign(endpoint: string, region: string, operation: string, body: string): Promise<Signed> {
  const operators: { name: string; accessKeyId: string; secretAccessKey: string }[] = await (
    await fetch(`${endpoint}/_sandbox/operators`)
  ).json();
  const credentials = operators.find(({ name }) => name === 'riley');
  if (!credentials) throw new Error('The sandbox has no operator riley.');
  const url = new URL(endpoint);
  const signer = new SignatureV4({ service: 'secretsmanager', region, sha256: Sha256, credentials });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: 'http:',
    hostname: url.hostname,
    path: '/',
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `secretsmanager.${operation}`,
    },
    body,
  });
  return { url, headers, body };
}

/** Sends so many, some at once over connections that stay open. */
async function send(signed: Signed, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await sendOne(signed, agent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
}

function sendOne({ url, headers, body }: Signed, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`The sandbox answered ${response.statusCode}.`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
