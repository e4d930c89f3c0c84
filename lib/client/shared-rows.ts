import type { SecretRow } from '@/lib/domain/secret';

/** What one region listed, page by page. */
export type Pages = readonly (readonly SecretRow[])[];

/**
 * A page of rows, in which those that are equal to rows of an earlier reading are those rows, and the page is the
 * earlier page where all of it is: what is worked out of rows and drawn of them is kept by identity.
 */
export function sharedRows(rows: readonly SecretRow[], before: Pages | undefined): readonly SecretRow[] {
  if (!before) return rows;
  const known = rowsByArn(before);
  const shared = rows.map((row) => {
    const earlier = known.get(row.arn);
    return earlier && same(earlier.row, row) ? earlier.row : row;
  });
  const page = known.get(shared[0]?.arn ?? '')?.page;
  return page?.length === shared.length && page.every((row, at) => row === shared[at]) ? page : shared;
}

type Known = ReadonlyMap<string, { readonly row: SecretRow; readonly page: readonly SecretRow[] }>;

const byArn = new WeakMap<Pages, Known>();

function rowsByArn(pages: Pages): Known {
  const made = byArn.get(pages);
  if (made) return made;
  const rows: Known = new Map(pages.flatMap((page) => page.map((row) => [row.arn, { row, page }] as const)));
  byArn.set(pages, rows);
  return rows;
}

// Both came through the same door, so their fields are in the same order; a difference only costs work.
const same = (a: SecretRow, b: SecretRow) => JSON.stringify(a) === JSON.stringify(b);
