/**
 * The company's provider in the browser of a test: follows its redirects and fills in its forms, until one leads back to the
 * console at `home`.
 */
export async function atProvider(address: string, login: string, home: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 12; hop += 1) {
    if (next.origin === home) return next;
    const response = await fetch(next, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const to = response.headers.get('location');
    if (to !== null) {
      next = new URL(to, next);
      form = undefined;
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`The provider says ${response.status}: ${page.slice(0, 400)}`);
    next = new URL(action, next);
    form = new URLSearchParams({
      prompt: /name="login"/.test(page) ? 'login' : 'consent',
      login,
      password: 'x',
    });
  }
  throw new Error('The provider does not lead back.');
}
