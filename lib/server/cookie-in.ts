import 'server-only';

/** A cookie of a Cookie header, by its name; undefined where it is not sent. */
export function cookieIn(header: string, name: string): string | undefined {
  const found = header.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
