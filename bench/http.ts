import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What is asked of a server on this computer. */
export interface Question {
  readonly port: number;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Where several are asked at once; they would wait for one another otherwise. */
  readonly agent?: Agent;
}

// One connection, kept: what is measured is the server, not the making of connections.
const oneConnection = new Agent({ keepAlive: true, maxSockets: 1 });

/** Asks over plain `node:http`, which costs less than what is measured. */
export function ask({
  port,
  method = 'GET',
  path,
  headers = {},
  body,
  agent = oneConnection,
}: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(
      { host: '127.0.0.1', port, method, path, agent, headers: { ...headers, ...length } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
        response.on('error', reject);
      },
    );
    sent.setTimeout(30_000, () => sent.destroy(new Error(`${method} ${path} has not answered.`)));
    sent.on('error', reject);
    sent.end(body);
  });
}
