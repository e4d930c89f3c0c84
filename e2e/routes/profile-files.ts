import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proxy } from '@/proxy';
import type { Browser } from './browser';
import { type Headers, requestTo } from './console';

/** A token as a start makes it: 32 bytes, of the form but of no start. */
export const LAUNCH = 'token-of-a-start-in-a-test-of-43-characters';

/** A home of this file's own, with the AWS files one writes into it. */
export interface Home {
  readonly path: string;
  /** Writes the config file; the credentials file too, where it is given. */
  write(config: string, credentials?: string): Promise<void>;
  /** Writes any other file; its full path. */
  file(name: string, text: string): Promise<string>;
  close(): Promise<void>;
}

/** Makes a home the one this process looks into, and this process one that was started with the token. */
export async function openHome(): Promise<Home> {
  const path = await mkdtemp(join(tmpdir(), 'keyturn-home-'));
  await mkdir(join(path, '.aws/sso/cache'), { recursive: true });
  const given = { HOME: path, HOSTNAME: '127.0.0.1', KEYTURN_LAUNCH_TOKEN: LAUNCH };
  const before = Object.keys(given).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, given);
  const file = async (name: string, text: string) => {
    await writeFile(join(path, name), text);
    return join(path, name);
  };
  return {
    path,
    file,
    async write(config, credentials = '') {
      await file('.aws/config', config);
      await file('.aws/credentials', credentials);
    },
    async close() {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await rm(path, { recursive: true });
    },
  };
}

/** Opens an address as the browser's address bar does, and keeps the cookie that comes with the answer. */
export async function openAddress(browser: Browser, path: string, headers: Headers = {}): Promise<Response> {
  const response = await proxy(
    requestTo(path, { headers: { origin: null, 'sec-fetch-site': 'none', ...headers } }),
  );
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    browser.cookies.set(name, value);
    browser.set.set(name, line);
  }
  return response;
}
