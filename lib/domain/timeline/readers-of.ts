import { toActor } from './actor.ts';
import { isAbout } from './is-about.ts';
import type { Actor } from './secret-event.ts';
import type { TrailRecord } from './trail-record.ts';

/** Somebody who read a secret's value, as often as was seen. */
export interface Reader {
  readonly actor: Actor;
  readonly reads: number;
  /** Reads AWS refused. */
  readonly refused: number;
  /** The newest, ISO. */
  readonly last: string;
  /** The caller's account, where it is another than the secret's. */
  readonly foreign?: string;
  /** The label or version that was asked for in the newest read; absent: whatever was current. */
  readonly askedFor?: string;
}

/**
 * Who read a secret, among the reads that were looked at, the most frequent first. Sessions of one role count as one
 * reader; the calls of `self` (a caller's ARN) are left out.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
export function readersOf(records: readonly TrailRecord[], arn: string, self: string): Reader[] {
  const account = arn.split(':')[4];
  const found = new Map<string, Reader>();
  for (const record of records) {
    if (record.identity.arn === self || !isAbout(record, arn)) continue;
    const actor = toActor(record.identity, record.userAgent);
    const key = [actor.kind, actor.via ?? actor.arn ?? actor.name, record.identity.account].join('|');
    const known = found.get(key);
    const newest = !known || record.at > known.last ? record : undefined;
    const foreign = record.identity.account === account ? undefined : record.identity.account;
    const askedFor = newest ? (record.asked.versionId ?? record.asked.label) : known?.askedFor;
    found.set(key, {
      actor: known?.actor ?? actor,
      reads: (known?.reads ?? 0) + 1,
      refused: (known?.refused ?? 0) + (record.errorCode ? 1 : 0),
      last: newest?.at ?? known?.last ?? record.at,
      ...(foreign === undefined ? {} : { foreign }),
      ...(askedFor === undefined ? {} : { askedFor }),
    });
  }
  return [...found.values()].sort((a, b) => b.reads - a.reads || (a.last < b.last ? 1 : -1));
}
