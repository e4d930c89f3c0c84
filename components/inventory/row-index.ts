/** Where in the table a secret is, by its key. */
export interface RowIndex {
  get(key: string): number | undefined;
}

/** Counted when somebody first asks: most keys that are typed leave rows nobody asks about. */
export function indexOf(rows: readonly { readonly key: string }[]): RowIndex {
  let index: ReadonlyMap<string, number> | undefined;
  return {
    get(key) {
      index ??= new Map(rows.map((row, at) => [row.key, at]));
      return index.get(key);
    },
  };
}
