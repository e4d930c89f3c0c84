import 'server-only';

const times = new WeakMap<object, string>();

type Handler = (args: object) => Promise<{ output: object; response: unknown }>;
interface Stack {
  add(middleware: (next: Handler) => Handler, options: { step: 'deserialize'; priority: 'high' }): void;
}

/** Has a client keep AWS's clock of each of its answers, as long as the answer is. */
export function noteTimes<C extends object>(client: C): C {
  // The SDK's stack is typed by its own generics; only this corner of it is needed.
  (client as { middlewareStack: Stack }).middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = (result.response ?? {}) as { headers?: Record<string, string> };
      const date = headers?.date ?? headers?.Date;
      if (date !== undefined) times.set(result.output, date);
      return result;
    },
    { step: 'deserialize', priority: 'high' },
  );
  return client;
}

/** AWS's clock at an answer, ISO; this machine's where the answer does not say. */
export function answeredAt(output: object): string {
  const at = Date.parse(times.get(output) ?? '');
  return new Date(Number.isNaN(at) ? Date.now() : at).toISOString();
}
