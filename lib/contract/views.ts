import * as z from 'zod';
import type { SecretDetail, SecretRow } from '../domain/secret.ts';
import type { SecretVersion } from '../domain/version.ts';
import { arnField, regionField, scopeField } from './fields.ts';
import type { Problem } from './problem.ts';
import { inventoryPath, secretPath, type ViewPath } from './view-paths.ts';

/** A composed reading: where it is asked, what it takes, what it answers (one value, or one line each). */
export interface View<Query, Answer> extends ViewPath<Answer> {
  readonly query: z.ZodType<Query>;
}

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

const inventoryQuery = z.strictObject({
  scope: scopeField,
  regions: z
    .string()
    .max(1024)
    .transform((text) => text.split(','))
    .pipe(z.array(regionField).min(1).max(40))
    .optional(),
});
/** Every secret of every region; `regions` (comma-separated) reads some of them again. */
export const inventoryView: View<z.output<typeof inventoryQuery>, InventoryLine> = {
  ...inventoryPath,
  query: inventoryQuery,
};

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

const secretQuery = z.strictObject({ scope: scopeField, arn: arnField });
/** One secret with its versions. */
export const secretView: View<z.output<typeof secretQuery>, SecretReading> = {
  ...secretPath,
  query: secretQuery,
};
