import { createRequire } from 'node:module';
import type { NextRequest } from 'next/server';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { POST as centerStep } from '@/app/api/identity-center/[step]/route';
import type { OperatorInfo } from '@/lib/contract/operator';
import { type Headers, requestTo } from './console';

// next-auth asks Next for "the headers of this request", which only exist inside Next's server: here it is told.
let current: NextRequest | undefined;
const load = createRequire(import.meta.url);
const path = load.resolve('next/headers');
load(path);
const asked = load.cache[path]!;
asked.exports = {
  headers: async () => current?.headers,
  cookies: async () => current?.cookies,
};

/** What differs from the plain request of a page. */
export interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly body?: BodyInit;
  readonly headers?: Headers;
  readonly query?: string;
}

/** A browser at the sign-in routes: it keeps its cookies. One request at a time. */
export interface Browser {
  readonly cookies: Map<string, string>;
  /** What each cookie was last set with, attributes included. */
  readonly set: Map<string, string>;
  /** Asks `/api/auth/<path>`. */
  ask(path: string, more?: Asking): Promise<Response>;
  /** Signs in with a way's form fields, as our page does; answers where to go next. */
  signIn(way: string, fields: Readonly<Record<string, string>>): Promise<{ status: number; url: string }>;
  /** Whom /api/auth/session says is signed in. */
  whoAmI(): Promise<{ text: string; operator?: OperatorInfo; expires?: string }>;
  signOut(): Promise<Response>;
  /** Takes a step of the sign-in by IAM Identity Center. */
  center(step: string, body?: object): Promise<Response>;
}

/** A browser that has never been here. */
export function openBrowser(): Browser {
  const cookies = new Map<string, string>();
  const set = new Map<string, string>();
  const form = async (fields: Readonly<Record<string, string>>): Promise<Asking> => {
    const { csrfToken }: { csrfToken: string } = await (await browser.ask('csrf')).json();
    return {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, json: 'true', ...fields }).toString(),
    };
  };
  const sent = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const browser: Browser = {
    cookies,
    set,
    async ask(asking, { method = 'GET', query = '', ...more } = {}) {
      const cookie = sent();
      current = requestTo(`/api/auth/${asking}${query}`, {
        method,
        ...more,
        headers: { cookie: cookie || null, ...more.headers },
      });
      const context = { params: Promise.resolve({ nextauth: asking.split('/').map(decode) }) };
      const response = await (method === 'POST' ? POST : GET)(current, context);
      for (const line of response.headers.getSetCookie()) keep(line);
      return response;
    },
    async signIn(way, fields) {
      const response = await browser.ask(`callback/${way}`, await form(fields));
      const { url = '' }: { url?: string } = await response.json();
      return { status: response.status, url };
    },
    async whoAmI() {
      const text = await (await browser.ask('session')).text();
      return { text, ...(JSON.parse(text) as { operator?: OperatorInfo; expires?: string }) };
    },
    signOut: async () => browser.ask('signout', await form({})),
    async center(step, body = {}) {
      const headers = { cookie: sent() || null, 'content-type': 'application/json' };
      const asking = requestTo(`/api/identity-center/${step}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      const response = await centerStep(asking, { params: Promise.resolve({ step }) });
      for (const line of response.headers.getSetCookie()) keep(line);
      return response;
    },
  };
  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    set.set(name, line);
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
  return browser;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
