import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { NodeHttpHandler } from '@smithy/node-http-handler';

const ends = new AsyncLocalStorage<AbortSignal>();

/** Has what is sent meanwhile end with a signal, without telling each call of it: see `TimedHandler`. */
export const endingWith = <T>(signal: AbortSignal, work: () => T): T => ends.run(signal, work);

/**
 * Sends requests, each until the signal it was begun under. A client that is given options with a call puts its
 * middlewares together anew for it; without any it does so once (`cacheMiddleware`).
 * https://github.com/aws/aws-sdk-js-v3/blob/main/supplemental-docs/CLIENTS.md
 */
export class TimedHandler extends NodeHttpHandler {
  override handle(...[request, options]: Parameters<NodeHttpHandler['handle']>) {
    const abortSignal = options?.abortSignal ?? ends.getStore();
    return super.handle(request, { ...options, ...(abortSignal && { abortSignal }) });
  }
}
