import 'server-only';

const times = new WeakMap<object, string>();

// Whole seconds, and thousands of answers in each of them: what was read last mostly is what is asked for.
let last = { date: '', at: '' };

/** AWS's clock at a response, ISO, by its Date header; undefined where it has none that can be read. */
export function dateOf(response: unknown): string | undefined {
  const { headers } = (response ?? {}) as { headers?: Record<string, string> };
  const date = headers?.date ?? headers?.Date;
  if (date === undefined || date === last.date) return date && last.at;
  const at = Date.parse(date);
  if (Number.isNaN(at)) return undefined;
  last = { date, at: new Date(at).toISOString() };
  return last.at;
}

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
      const at = dateOf(result.response);
      if (at !== undefined) times.set(result.output, at);
      return result;
    },
    { step: 'deserialize', priority: 'high' },
  );
  return client;
}

/** AWS's clock at an answer, ISO; this machine's where the answer does not say. */
export const answeredAt = (output: object): string => times.get(output) ?? new Date().toISOString();
