const NAMES = ['127.0.0.1', 'localhost'];

/** Whether a redirect URI stays on the computer of its program: https://www.rfc-editor.org/rfc/rfc8252#section-7.3 */
export function isLoopback(uri: string): boolean {
  const url = URL.parse(uri);
  return (
    url?.protocol === 'http:' &&
    NAMES.includes(url.hostname) &&
    url.hash === '' &&
    url.username + url.password === ''
  );
}

/** Whether a redirect URI is a registered one: on the loopback the port is the program's choice at the time. */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  const given = portless(uri);
  return isLoopback(uri) && registered.some((one) => portless(one) === given);
}

function portless(uri: string): string | undefined {
  const url = URL.parse(uri);
  if (!url) return undefined;
  url.port = '';
  return url.href;
}
