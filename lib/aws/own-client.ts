import 'server-only';
import { noteTimes } from './answered-at';
import { forgetAnswers, noteAnswers } from './answers';
import type { AwsOperator } from './credentials';
import { isSandbox, type Service } from './endpoint';
import { countCalls, forgetSpent } from './spent';

/** A client of one sign-in: its calls are counted, and nothing of it outlives the sign-in. */
export function ownedBy<C extends { config: { systemClockOffset: number } }>(
  operator: AwsOperator,
  service: Service,
  region: string,
  client: C,
): C {
  forgetAtEnd(operator);
  const { sid, scope } = operator;
  const whose = { sid, scope, service, region };
  return countCalls(noteAnswers(withOneClock(client), whose), whose);
}

const ends = new Map<string, NodeJS.Timeout>();

// Nobody says goodbye by closing a tab: credentials leave the memory when their sign-in ends.
function forgetAtEnd({ sid, until }: AwsOperator): void {
  if (ends.has(sid)) return;
  const end = setTimeout(() => forgetClients(sid), Math.max(0, until * 1000 - Date.now()));
  ends.set(sid, end.unref());
}

let learnedOffset = 0;

/**
 * The SDK learns AWS's clock from refused reads and signs by it. AWS has one clock, so what one client learned holds
 * for all, above all for writes, which are sent once. The sandbox's clock can jump, and takes signatures of wall time
 * as well: there, what was learned at one jump would make the next write fail for nothing.
 */
export function withOneClock<C extends { config: { systemClockOffset: number } }>(client: C): C {
  // Asked twice a call: what the client was made for is not looked up again.
  const sandbox = isSandbox();
  Object.defineProperty(client.config, 'systemClockOffset', {
    get: () => (sandbox ? 0 : learnedOffset),
    set: (offset: number) => {
      learnedOffset = offset;
    },
  });
  return noteTimes(client);
}

/** Drops every client of a sign-in, of one scope or of all, so that nothing outlives leaving it or signing out. */
export function forgetClients(sid: string, scope?: string): void {
  const start = scope === undefined ? `${sid}|` : `${sid}|${scope}|`;
  if (scope === undefined) {
    clearTimeout(ends.get(sid));
    ends.delete(sid);
  }
  for (const forget of alsoForgotten) forget(start, sid, scope);
}

type Forget = (start: string, sid: string, scope?: string) => void;
const alsoForgotten = new Set<Forget>();

/**
 * Has something else dropped too when a sign-in ends, or leaves a scope: whatever was read with its credentials. Keys are
 * `<sid>|<scope>|…`, and `start` is how those begin that are to go.
 */
export function forgetWithClients(forget: Forget): void {
  alsoForgotten.add(forget);
}

forgetWithClients(forgetSpent);
forgetWithClients(forgetAnswers);
