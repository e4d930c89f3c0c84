import 'server-only';
import type { ExpiringCredentials } from './credentials';

/** A sign-in's credentials, in this process only. */
export interface Held {
  readonly credentials: ExpiringCredentials;
  /** Wall time in milliseconds from which they are renewed when asked for. */
  readonly renewAt: number;
}

// The SDK asks anew five minutes before credentials end. A source of shorter ones is not asked at every call.
const AHEAD = 5 * 60_000;
const PAUSE = 30_000;

const held = new Map<string, Held>();

/** What a sign-in works with, if this process has it. */
export function heldBy(sid: string): Held | undefined {
  return held.get(sid);
}

/** Keeps a sign-in's credentials until it ends (`until`, epoch seconds), or is forgotten. */
export function hold(sid: string, until: number, credentials: ExpiringCredentials): void {
  if (!held.has(sid)) setTimeout(() => forgetHeld(sid), Math.max(0, until * 1000 - Date.now())).unref();
  held.set(sid, { credentials, renewAt: renewalOf(credentials, Date.now()) });
}

/** Goes on with what there is after a renewal that failed: the next one is tried in a while. */
export function postpone(sid: string, known: Held): void {
  const end = known.credentials.expiration?.getTime() ?? 0;
  held.set(sid, { ...known, renewAt: Math.min(end, Date.now() + PAUSE) });
}

/** Drops a sign-in's credentials: it was signed out, or is over. */
export function forgetHeld(sid: string): void {
  held.delete(sid);
}

function renewalOf({ expiration }: ExpiringCredentials, now: number): number {
  if (!expiration) return Number.POSITIVE_INFINITY;
  const end = expiration.getTime();
  return Math.min(end, Math.max(end - AHEAD, now + PAUSE));
}
