import type { KmsKey } from '../domain/kms-key.ts';
import type { Seen } from '../domain/replication/cell.ts';
import type { FunctionFacts } from '../domain/rotation/function-facts.ts';
import type { SecretDetail, SecretRow } from '../domain/secret.ts';
import type { Reader } from '../domain/timeline/readers-of.ts';
import type { SearchedStream } from '../domain/timeline/searched.ts';
import type { SecretEvent } from '../domain/timeline/secret-event.ts';
import type { SecretVersion } from '../domain/version.ts';
import type { Problem } from './problem.ts';

/** Where the list of regions came from, in the order it is looked for. */
export type RegionSource = 'configuration' | 'account' | 'fallback';

/** One line of the inventory's stream. Lines of different regions interleave; `end` is always the last. */
export type InventoryLine =
  | {
      readonly kind: 'regions';
      readonly regions: readonly string[];
      readonly source: RegionSource;
      /** Why the account's own list could not be used. */
      readonly problem?: Problem;
      /** Set when the account's list was read at all: AWS's clock. */
      readonly at?: string;
    }
  | {
      readonly kind: 'page';
      readonly region: string;
      readonly page: number;
      readonly rows: readonly SecretRow[];
      readonly at: string;
    }
  | { readonly kind: 'region-done'; readonly region: string; readonly pages: number; readonly at: string }
  | { readonly kind: 'region-failed'; readonly region: string; readonly problem: Problem }
  | { readonly kind: 'end' };

/** One secret with its versions; a source that refuses is a note, and the rest is shown. */
export interface SecretReading {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  /** Absent when DescribeSecret refused. */
  readonly secret?: SecretDetail;
  readonly versions: readonly SecretVersion[];
  /** Whether unlabelled versions are among them. */
  readonly complete: boolean;
  /** Whether a change must be confirmed by typing the name. */
  readonly protected: boolean;
  readonly notes: readonly { readonly source: 'describe' | 'versions'; readonly problem: Problem }[];
  /** AWS's clock at the reading, ISO. */
  readonly at: string;
}

/** One KMS key as DescribeKey shows it. */
export interface KeyReading {
  readonly key: KmsKey;
  /** AWS's clock at the reading, ISO. */
  readonly at: string;
}

/** One rotation function, with the first refusal of what was asked about it. */
export interface FunctionReading {
  readonly facts: FunctionFacts;
  readonly problem?: Problem;
  /** AWS's clock at the reading, ISO. */
  readonly at: string;
}

/**
 * One line of a timeline's stream: what one way of looking has found so far (it replaces what the same way found
 * before), why reading stopped, and last whether there is more further back.
 */
export type TimelineLine =
  | {
      readonly kind: 'found';
      readonly stream: SearchedStream;
      readonly events: readonly SecretEvent[];
    }
  | { readonly kind: 'stopped'; readonly problem: Problem }
  | { readonly kind: 'end'; readonly more: boolean };

/** Who read a secret's value, in the part of the event history that was looked at. */
export interface ReadersReading {
  readonly readers: readonly Reader[];
  /** Reads of this secret, the operator's own included. */
  readonly reads: number;
  /** Reads of all secrets of the region that were looked at, from when to when (ISO). */
  readonly lookedAt: number;
  readonly from: string;
  readonly to: string;
  /** Whether that is all of the 90 days CloudTrail keeps. */
  readonly complete: boolean;
}
/**
 * One line of the replication's stream: one copy each, in the order AWS answers. `stopped`: a region refused or did not
 * answer so often in a row that its other copies were not asked for. `end` is always the last.
 */
export type ReplicationLine =
  | { readonly kind: 'read'; readonly arn: string; readonly seen: Seen }
  | { readonly kind: 'refused'; readonly arn: string; readonly problem: Problem }
  | { readonly kind: 'stopped'; readonly region: string; readonly problem: Problem }
  | { readonly kind: 'end' };
