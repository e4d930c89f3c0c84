import type { FunctionFacts } from '../domain/rotation/function-facts.ts';
import type { RotationEvent } from '../domain/rotation/rotation-event.ts';
import type { SearchedStream } from '../domain/timeline/searched.ts';
import type { Actor } from '../domain/timeline/secret-event.ts';
import type { Certainty, Step } from '../domain/triage/cause.ts';
import type { ExplainedCause } from '../domain/triage/diagnosis.ts';
import type { Problem } from './problem.ts';

/**
 * One line of the fleet's rotations. `found` replaces what the same stream of the region told before. Regions
 * interleave; `end` is always the last.
 */
export type RotationLine =
  | {
      readonly kind: 'found';
      readonly region: string;
      readonly stream: SearchedStream;
      readonly events: readonly RotationEvent[];
    }
  | { readonly kind: 'region-failed'; readonly region: string; readonly problem: Problem }
  /** `more`: there is more further back, which is read when asked for. */
  | { readonly kind: 'region-done'; readonly region: string; readonly more: boolean }
  | { readonly kind: 'end' };

/** A failed attempt whose evidence is asked for, or a test that has ended somehow. */
export interface AskedAttempt {
  readonly arn: string;
  readonly version?: string | undefined;
  /** When it began; ISO; absent where that was not read. */
  readonly began?: string | undefined;
  /** When AWS told of its failure, or when the test had ended; ISO. */
  readonly failed: string;
  /** A test, of which nobody knows yet whether it failed. */
  readonly test?: boolean | undefined;
  readonly message?: string | undefined;
  readonly functionArn?: string | undefined;
  readonly rotationEnabled?: boolean | undefined;
  readonly pendingStuck?: boolean | undefined;
}

/** One entry of a log, without what could open something. */
export interface LogEntry {
  /** ISO, milliseconds. */
  readonly at: string;
  readonly text: string;
  readonly stream: string;
}

/** Why an attempt's log lines could not be read. */
export type NoLogs =
  | 'denied'
  | 'no-function'
  | 'no-group'
  | 'no-lines'
  | 'indistinct'
  | 'expired'
  | 'elsewhere'
  | 'another-account'
  | 'costs-money'
  | 'failed';

/**
 * How the run was told from others of its function. `named`: it names the secret. `alone`: it does not, and no other can be
 * meant. `shared`: one of so many `runs`, which so many `attempts` failed in; all of the runs say the same, or no line is shown.
 */
export interface RunProof {
  readonly by: 'named' | 'alone' | 'shared';
  readonly runs: number;
  readonly attempts: number;
}

/** What is known about one failed attempt after looking. */
export interface Diagnosed {
  readonly arn: string;
  readonly version?: string;
  /** The failure it is about; ISO. */
  readonly failed: string;
  readonly causes: readonly ExplainedCause[];
  /** The entries of the failed invocation; the proofs' lines count in them. Redacted. */
  readonly log: readonly LogEntry[];
  /** Absent where no run was found. */
  readonly run?: RunProof;
  /** How many passages were blacked out in these entries. */
  readonly redactions: number;
  /** Milliseconds the failed run took, by Lambda's own figure. */
  readonly durationMs?: number;
  readonly step?: Step;
  readonly noLogs?: { readonly because: NoLogs; readonly problem?: Problem };
}

/** One line of the evidence's stream: functions, then attempts as they are diagnosed. */
export type EvidenceLine =
  | { readonly kind: 'function'; readonly facts: FunctionFacts; readonly problem?: Problem }
  | { readonly kind: 'diagnosed'; readonly diagnosed: Diagnosed }
  /** A Logs Insights query was made, which AWS bills by what it scans. */
  | {
      readonly kind: 'scanned';
      readonly region: string;
      readonly groups: readonly string[];
      readonly bytes: number;
    }
  /** A query would scan more than may be scanned without asking: ask again with `scan`. */
  | {
      readonly kind: 'ask';
      readonly region: string;
      readonly groups: readonly string[];
      readonly bytes: number;
    }
  | { readonly kind: 'end' };

/** A change shortly before the first failure that touches what the failing secrets share. */
export interface SuspectChange {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly region: string;
  readonly by: Actor;
  /** What it changed, by name: `vpce-0f31c8d27be5`, `role/rotate-search`. */
  readonly what: string;
  /** What of the failing group it touches, in words. */
  readonly touches: string;
  /** Never certain: it came before, and it touches. */
  readonly certainty: Exclude<Certainty, 'certain'>;
}

/** Changes before a first failure, and what was looked through for them. */
export interface SuspectsReading {
  readonly changes: readonly SuspectChange[];
  readonly searched: readonly {
    readonly region: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly problems: readonly { readonly region: string; readonly problem: Problem }[];
}
