import { accountIn } from '../account-region.ts';
import type { RotationWindow } from '../rotation/schedule/schedule.ts';
import type { PlannedWindow } from './calendar.ts';
import { type SharedTarget, sharedTargets } from './shared-target.ts';

/** Several secrets that may be rotated at the same time, by or at the same thing. */
export interface Collision extends SharedTarget {
  readonly windows: readonly PlannedWindow[];
  /** From the first that opens to the last that closes. */
  readonly span: RotationWindow;
}

/**
 * The windows that overlap and share a target, those at one database first: while one user's password is changed there,
 * the other's login may be what the function uses. Windows are long, so that it may happen is all that is said.
 */
export function collisionsOf(windows: readonly PlannedWindow[]): Collision[] {
  const byTarget = new Map<string, { target: SharedTarget; windows: PlannedWindow[] }>();
  for (const planned of windows) {
    for (const target of sharedTargets(planned.one.secret.shown)) {
      // A function or a tag of the same name is another thing in another account.
      const key = `${accountIn(planned.one.secret.key)} ${target.kind} ${target.name}`;
      const known = byTarget.get(key);
      if (known) known.windows.push(planned);
      else byTarget.set(key, { target, windows: [planned] });
    }
  }
  return [...byTarget.values()]
    .flatMap(({ target, windows: some }) => overlapping(some).map((together) => ({ ...target, ...together })))
    .sort((a, b) => rank(a) - rank(b) || b.windows.length - a.windows.length || (a.name < b.name ? -1 : 1));
}

const rank = ({ kind }: SharedTarget) => (kind === 'database' ? 0 : 1);

function overlapping(windows: readonly PlannedWindow[]): Pick<Collision, 'windows' | 'span'>[] {
  const runs: { windows: PlannedWindow[]; span: { opens: number; closes: number } }[] = [];
  for (const planned of windows.toSorted((a, b) => a.window.opens - b.window.opens)) {
    const run = runs.at(-1);
    if (run && planned.window.opens < run.span.closes) {
      run.windows.push(planned);
      run.span.closes = Math.max(run.span.closes, planned.window.closes);
    } else runs.push({ windows: [planned], span: { ...planned.window } });
  }
  return runs.filter((run) => new Set(run.windows.map(({ one }) => one.secret.key)).size > 1);
}
