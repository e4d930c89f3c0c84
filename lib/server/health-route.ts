import 'server-only';
import { isReady } from './readiness';

const HEADERS = { 'cache-control': 'no-store' };

/**
 * Whether the process answers at all: nothing is asked of anybody, AWS least. No lock before it: a load balancer has
 * another Host, and there is nothing to learn.
 */
export const healthRoute = () => () => Response.json({ status: 'ok' }, { headers: HEADERS });

/** Whether requests should be sent here; 503 with what is missing where not. */
export const readyRoute = () => () => {
  const { ready, missing } = isReady();
  return Response.json(ready ? { status: 'ready' } : { status: 'not-ready', missing }, {
    status: ready ? 200 : 503,
    headers: HEADERS,
  });
};
