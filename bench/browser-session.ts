import { type Answer, ask } from './http.ts';

/** A signed-in operator, as a browser would be: a cookie, and the headers browsers send by themselves. */
export interface BrowserSession {
  readonly origin: string;
  readonly port: number;
  readonly scope: string;
  readonly cookies: ReadonlyMap<string, string>;
  /** The headers of a question of its pages, by whatever means it is asked. */
  headers(): Record<string, string>;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
}

/** Signs in as one of the sandbox's operators over the console's own routes. */
export function signIn(port: number, operator: string): Promise<BrowserSession> {
  return signInBy(port, 'sandbox', { operator });
}

/** Signs in with temporary keys of one of the sandbox's operators: a sign-in of its own, with keys of its own. */
export async function signInAnew(port: number, endpoint: string, operator: string): Promise<BrowserSession> {
  const opened = await fetch(`${endpoint}/_sandbox/sessions`, {
    method: 'POST',
    body: JSON.stringify({ name: operator, seconds: 3600 }),
  });
  const { accessKeyId, secretAccessKey, sessionToken } = (await opened.json()) as Record<string, string>;
  const keys = { accessKeyId, secretAccessKey, sessionToken, region: 'us-east-1' };
  return signInBy(port, 'keys', keys as Record<string, string>);
}

async function signInBy(
  port: number,
  way: 'sandbox' | 'keys',
  fields: Readonly<Record<string, string>>,
): Promise<BrowserSession> {
  const origin = `http://localhost:${port}`;
  const cookies = new Map<string, string>();
  const headers = (): Record<string, string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { host } = new URL(origin);
    return { host, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) };
  };
  const exchange = async (method: string, path: string, type: string | undefined, body?: string) => {
    const answer = await ask({
      port,
      method,
      path,
      headers: {
        ...headers(),
        ...(method === 'GET' ? {} : { origin }),
        ...(type ? { 'content-type': type } : {}),
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of answer.headers['set-cookie'] ?? []) keep(cookies, line);
    return answer;
  };
  const { csrfToken } = JSON.parse((await exchange('GET', '/api/auth/csrf', undefined)).text);
  const form = new URLSearchParams({ csrfToken, ...fields, json: 'true' });
  const entered = await exchange(
    'POST',
    `/api/auth/callback/${way}`,
    'application/x-www-form-urlencoded',
    String(form),
  );
  const session = JSON.parse((await exchange('GET', '/api/auth/session', undefined)).text);
  const scope: unknown = session.operator?.scope;
  if (typeof scope !== 'string') throw new Error(`Signing in by ${way} answered ${entered.status}.`);
  return {
    origin,
    port,
    scope,
    cookies,
    headers,
    get: (path) => exchange('GET', path, undefined),
    post: (path, body) => exchange('POST', path, 'application/json', JSON.stringify(body)),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (name && value !== undefined) cookies.set(name, value);
}
