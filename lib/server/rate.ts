import 'server-only';

const MINUTE = 60_000;
/** Keys beyond this are forgotten, the one unused for longest first. */
const MOST_KEYS = 2_000;

/** Counts acts by key over the last minute, on the given clock in milliseconds. In this process alone. */
export class MinuteRate {
  readonly #acts = new Map<string, number[]>();

  /** Takes `count` acts of a key if `most` a minute leave room for them; whether they did. */
  take(key: string, count: number, most: number, now: number): boolean {
    const recent = (this.#acts.get(key) ?? []).filter((at) => at > now - MINUTE);
    const fits = recent.length + count <= most;
    this.#acts.delete(key);
    this.#acts.set(key, fits ? [...recent, ...Array<number>(count).fill(now)] : recent);
    const [oldest] = this.#acts.keys();
    if (this.#acts.size > MOST_KEYS && oldest !== undefined) this.#acts.delete(oldest);
    return fits;
  }
}
