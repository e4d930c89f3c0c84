import 'server-only';

/** Where there is no door: the framework would answer with a page that repeats the address. */
export const nothingRoute = () => () =>
  new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
