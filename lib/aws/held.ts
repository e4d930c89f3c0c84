import 'server-only';
import type { ExpiringCredentials } from './credentials';

/** A sign-in's credentials, in this process only. */
export interface Held {
  readonly credentials: ExpiringCredentials;
  /** Wall time in milliseconds from which they are renewed when asked for. */
  readonly renewAt: number;
}

/** Whose they are: one account and role of a sign-in. */
interface Place {
  readonly sid: string;
  readonly scope: string;
}

// The SDK asks anew five minutes before credentials end. A source of shorter ones is not asked at every call.
const AHEAD = 5 * 60_000;
const PAUSE = 30_000;

const held = new Map<string, Held>();
const keyOf = ({ sid, scope }: Place) => `${sid}|${scope}`;

/** What a sign-in works with in one scope, if this process has it. */
export function heldBy(place: Place): Held | undefined {
  return held.get(keyOf(place));
}

/** Keeps a sign-in's credentials of one scope until it ends (`until`, epoch seconds), or is forgotten. */
export function hold(place: Place & { readonly until: number }, credentials: ExpiringCredentials): void {
  const key = keyOf(place);
  const left = Math.max(0, place.until * 1000 - Date.now());
  if (!held.has(key)) setTimeout(() => held.delete(key), left).unref();
  held.set(key, { credentials, renewAt: renewalOf(credentials, Date.now()) });
}

/** Goes on with what there is after a renewal that failed: the next one is tried in a while. */
export function postpone(place: Place, known: Held): void {
  const end = known.credentials.expiration?.getTime() ?? 0;
  held.set(keyOf(place), { ...known, renewAt: Math.min(end, Date.now() + PAUSE) });
}

/** Drops a sign-in's credentials, of one scope or of all: it was signed out, or is over. */
export function forgetHeld(sid: string, scope?: string): void {
  for (const key of held.keys())
    if (scope === undefined ? key.startsWith(`${sid}|`) : key === `${sid}|${scope}`) held.delete(key);
}

function renewalOf({ expiration }: ExpiringCredentials, now: number): number {
  if (!expiration) return Number.POSITIVE_INFINITY;
  const end = expiration.getTime();
  return Math.min(end, Math.max(end - AHEAD, now + PAUSE));
}
