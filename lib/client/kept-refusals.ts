import { type Problem, problemOf } from '@/lib/contract/problem';
import { awsNow } from './aws-time';

/** What outlives a reload of a refusal: which act on what, the missing action, and when. AWS's sentence does not. */
interface Kept {
  /** Scope, ARN, operation, and a label or version where it is about one. */
  readonly key: string;
  readonly action: string;
  readonly at: string;
}

const PREFIX = 'keyturn.refused.';
const MOST = 200;

/** Keeps a refusal in this tab, for the sign-in that learned it. */
export function keepRefusal(signIn: string | undefined, scope: string, key: string, action: string): void {
  if (signIn === undefined) return;
  const others = read(scope, signIn).filter((one) => one.key !== key);
  write(scope, signIn, [...others, { key, action, at: new Date(awsNow()).toISOString() }].slice(-MOST));
}

/** Drops those of a scope whose keys begin so. */
export function dropRefusals(scope: string, of: string): void {
  const { signIn, kept } = stored(PREFIX + scope);
  if (signIn !== undefined)
    write(
      scope,
      signIn,
      kept.filter(({ key }) => !key.startsWith(of)),
    );
}

/** What a sign-in has learned in this tab; what another one had learned is dropped. */
export function recallRefusals(signIn: string): ReadonlyMap<string, Problem> {
  const all = new Map<string, Problem>();
  for (const name of names()) {
    const { signIn: whose, kept } = stored(name);
    if (whose !== signIn) sessionStorage.removeItem(name);
    else for (const { key, action, at } of kept) all.set(key, recalled(action, at));
  }
  return all;
}

const recalled = (action: string, at: string) =>
  problemOf('access-denied', {
    action,
    detail: `at ${at.slice(11, 16)} UTC, before this page was loaded. Read it again to ask anew.`,
  });

const read = (scope: string, signIn: string) => {
  const { signIn: whose, kept } = stored(PREFIX + scope);
  return whose === signIn ? kept : [];
};

function write(scope: string, signIn: string, kept: readonly Kept[]): void {
  try {
    if (kept.length === 0) sessionStorage.removeItem(PREFIX + scope);
    else sessionStorage.setItem(PREFIX + scope, JSON.stringify({ signIn, kept }));
  } catch {
    // Storage may be full or forbidden: then they are known until the page is left.
  }
}

function names(): string[] {
  try {
    return Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

// Foreign input: an older version may have written it.
function stored(name: string): { readonly signIn?: string; readonly kept: readonly Kept[] } {
  try {
    const found = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    if (typeof found?.signIn === 'string' && Array.isArray(found.kept)) {
      return { signIn: found.signIn, kept: found.kept.filter(isKept) };
    }
  } catch {
    // What cannot be read tells nothing.
  }
  return { kept: [] };
}

const isKept = (found: Partial<Kept> | null): found is Kept =>
  [found?.key, found?.action, found?.at].every((one) => typeof one === 'string');
