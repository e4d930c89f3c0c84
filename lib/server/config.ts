import 'server-only';
import { regionField } from '@/lib/contract/fields';
import { DEFAULT_PROTECTED, globMatches, parseGlobs } from '@/lib/domain/protect';

/** The only origin whose pages may use the doors. */
export function ownOrigin(): string {
  return new URL(process.env.NEXTAUTH_URL ?? 'http://localhost:3000').origin;
}

/** Whether only browsers of this computer reach the console: its origin is the loopback. */
export function isOnLoopback(): boolean {
  const { protocol, hostname } = new URL(ownOrigin());
  return protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname);
}

/**
 * What the team calls an account (`KEYTURN_ACCOUNT_NAMES`, pairs of `id=name` with commas between them); undefined where it
 * has no name.
 */
export function accountName(account: string): string | undefined {
  for (const pair of parseGlobs(process.env.KEYTURN_ACCOUNT_NAMES ?? '')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === account) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/**
 * Whether every change in an account is confirmed by typing (`KEYTURN_PROTECTED_ACCOUNTS`, globs of account ids, or of the
 * names of `KEYTURN_ACCOUNT_NAMES`).
 */
export function isProtectedAccount(account: string): boolean {
  const names = [account, accountName(account) ?? account];
  return parseGlobs(process.env.KEYTURN_PROTECTED_ACCOUNTS ?? '').some((glob) =>
    names.some((name) => globMatches(glob, name)),
  );
}

/** The globs of names whose change in an account is confirmed by typing (`KEYTURN_PROTECTED`); of a protected one, all. */
export function protectedGlobs(account: string): string[] {
  if (isProtectedAccount(account)) return ['*'];
  return parseGlobs(process.env.KEYTURN_PROTECTED ?? DEFAULT_PROTECTED);
}

/**
 * Whether this console changes nothing at AWS (`KEYTURN_READ_ONLY`). Anything but empty, `0` and `false` means so: who
 * writes `yes` wants a lock, not a console without one.
 */
export function isReadOnly(): boolean {
  return !['', '0', 'false'].includes((process.env.KEYTURN_READ_ONLY ?? '').trim().toLowerCase());
}

/** The regions to read instead of the account's own list (`KEYTURN_REGIONS`, comma-separated); empty: none set. */
export function configuredRegions(): string[] {
  return parseGlobs(process.env.KEYTURN_REGIONS ?? '').filter((name) => regionField.safeParse(name).success);
}

/** How many values one sign-in may read in a minute (`KEYTURN_REVEALS_PER_MINUTE`); 60 unless told otherwise. */
export function revealsPerMinute(): number {
  const given = Number(process.env.KEYTURN_REVEALS_PER_MINUTE || Number.NaN);
  return Number.isInteger(given) && given >= 0 ? given : 60;
}

const GIBIBYTE = 2 ** 30;

/**
 * How many bytes log groups may hold for a query, which AWS bills by what it scans, to be made without asking
 * (`KEYTURN_SCAN_LIMIT_BYTES`).
 */
export function scanLimit(): number {
  const given = Number(process.env.KEYTURN_SCAN_LIMIT_BYTES || Number.NaN);
  return Number.isFinite(given) && given >= 0 ? given : GIBIBYTE;
}
