import 'server-only';
import type { SpentOn } from '@/lib/contract/spent';
import { isThrottling } from './errors';

interface Account {
  calls: number;
  throttled: number;
  /** When the newest calls left, by this computer's clock in milliseconds; the oldest first. */
  recent: number[];
}

const MINUTE = 60_000;
const spent = new Map<string, Map<string, Account>>();

interface Whose {
  readonly sid: string;
  readonly scope: string;
}
const keyOf = ({ sid, scope }: Whose) => `${sid}|${scope}|`;

type Handler = (args: object) => Promise<object>;
interface Stack {
  add(
    middleware: (next: Handler, context: { commandName?: string }) => Handler,
    options: { step: 'finalizeRequest'; priority: 'low' },
  ): void;
}

/**
 * Has a client count its calls for a sign-in, each where it leaves: what the SDK repeats by itself counts as often as AWS
 * counts it. Counting asks AWS nothing.
 */
export function countCalls<C extends object>(
  client: C,
  { service, region, ...whose }: Whose & { readonly service: string; readonly region: string },
): C {
  // The SDK's stack is typed by its own generics; only this corner of it is needed.
  (client as { middlewareStack: Stack }).middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const account = accountOf(whose, [region, service, commandName.replace(/Command$/, '')].join('|'));
        account.calls += 1;
        account.recent.push(Date.now());
        // Most calls are of one burst: what is older than a minute goes now and then.
        if (account.recent.length % 128 === 0) account.recent = sinceMinute(account.recent);
        try {
          return await next(args);
        } catch (cause) {
          if (isThrottling(cause)) account.throttled += 1;
          throw cause;
        }
      },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return client;
}

function accountOf(whose: Whose, key: string): Account {
  const own = spent.get(keyOf(whose)) ?? new Map<string, Account>();
  spent.set(keyOf(whose), own);
  const account = own.get(key) ?? { calls: 0, throttled: 0, recent: [] };
  own.set(key, account);
  return account;
}

const sinceMinute = (times: readonly number[]) => {
  const from = Date.now() - MINUTE;
  return times.filter((at) => at > from);
};

/** Drops what was counted of a sign-in that has ended, or has left a scope; their keys begin so. */
export function forgetSpent(start: string): void {
  for (const key of spent.keys()) if (key.startsWith(start)) spent.delete(key);
}

/** What a sign-in has spent in one scope in this process, by region and API, the most first. */
export function spentBy(whose: Whose): SpentOn[] {
  return [...(spent.get(keyOf(whose)) ?? [])]
    .map(([key, { calls, throttled, recent }]) => {
      const [region = '', service = '', operation = ''] = key.split('|');
      return { region, service, operation, calls, throttled, lastMinute: sinceMinute(recent).length };
    })
    .sort((a, b) => b.calls - a.calls);
}
