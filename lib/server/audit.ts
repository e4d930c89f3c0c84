import 'server-only';
import type { Effect } from '@/lib/contract/effects';

/** What was asked of AWS, by whom, and how it ended; never an input beyond the secret's ARN and the version. */
export interface AuditLine {
  readonly operator: string;
  readonly scope: string;
  /** The address it came from, as far as the configured proxies tell. */
  readonly client?: string | undefined;
  readonly region: string;
  /** The replica regions that are added or removed. */
  readonly regions?: readonly string[];
  readonly operation: string;
  readonly effect: Effect;
  readonly secret?: string | undefined;
  /** The version whose value was read, that was made, or that a label was put on or taken off. */
  readonly version?: string | undefined;
  /** In the safe alphabet. */
  readonly reason?: string | undefined;
  readonly outcome: 'done' | (string & {});
  readonly requestId?: string | undefined;
}

/** Writes one JSON line to standard output for everything that changes or reveals something. */
export function audit(line: AuditLine): void {
  process.stdout.write(`${JSON.stringify({ audit: 1, at: new Date().toISOString(), ...line })}\n`);
}
