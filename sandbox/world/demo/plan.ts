import type { FunctionFailure } from '../../services/secretsmanager/state.ts';

/** How a secret is used: read all the time, not for months, or never since it was made. */
export type Use = 'busy' | 'forgotten' | 'unread';

/** What shall have become of one secret by the time the demo begins. */
export interface Plan {
  readonly name: string;
  readonly region: string;
  readonly team: string;
  readonly env: string;
  /** Regions it is replicated to from its first day. */
  readonly replicas: readonly string[];
  /** The function that makes its versions, and every how many days; people and the pipeline do where there is none. */
  readonly rotation: { readonly name: string; readonly days: number } | undefined;
  readonly use: Use;
  readonly versions: number;
  /** A rotation that began so many hours ago and went no further, and where it failed. */
  readonly unfinished:
    | { readonly hours: number; readonly fails: FunctionFailure['step'] | undefined }
    | undefined;
  /** Days since DeleteSecret was called, with a recovery window of thirty. */
  readonly deletedDaysAgo: number | undefined;
  /** A custom label, and how many versions behind the current one it sits. */
  readonly label: { readonly name: string; readonly behind: number } | undefined;
  /** Made and never given a value. */
  readonly empty: boolean;
}
