import { type Answer, ask } from './http.ts';

/** A signed-in operator, as a browser would be: a cookie, and the headers browsers send by themselves. */
export interface BrowserSession {
  readonly origin: string;
  readonly port: number;
  readonly scope: string;
  readonly cookies: ReadonlyMap<string, string>;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
}

/** Signs in as one of the sandbox's operators over the console's own routes. */
export async function signIn(port: number, operator: string): Promise<BrowserSession> {
  const origin = `http://localhost:${port}`;
  const cookies = new Map<string, string>();
  const exchange = async (method: string, path: string, type: string | undefined, body?: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask({
      port,
      method,
      path,
      headers: {
        host: new URL(origin).host,
        'sec-fetch-site': 'same-origin',
        ...(method === 'GET' ? {} : { origin }),
        ...(cookie ? { cookie } : {}),
        ...(type ? { 'content-type': type } : {}),
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of answer.headers['set-cookie'] ?? []) keep(cookies, line);
    return answer;
  };
  const { csrfToken } = JSON.parse((await exchange('GET', '/api/auth/csrf', undefined)).text);
  const form = new URLSearchParams({ csrfToken, operator, json: 'true' });
  const entered = await exchange(
    'POST',
    '/api/auth/callback/sandbox',
    'application/x-www-form-urlencoded',
    String(form),
  );
  const session = JSON.parse((await exchange('GET', '/api/auth/session', undefined)).text);
  const scope: unknown = session.operator?.scope;
  if (typeof scope !== 'string') throw new Error(`Signing in as ${operator} answered ${entered.status}.`);
  return {
    origin,
    port,
    scope,
    cookies,
    get: (path) => exchange('GET', path, undefined),
    post: (path, body) => exchange('POST', path, 'application/json', JSON.stringify(body)),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (name && value !== undefined) cookies.set(name, value);
}
