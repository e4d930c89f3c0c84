import { ask } from './request';

/** Posts JSON to a door and reads its answer; after 20 seconds none is waited for any more. */
export async function postJson<T>(path: string, body: object): Promise<T> {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  return response.json();
}
