import { accountOf } from './account-region.ts';

/** Regions in a line: by their names, or, where an account has several of them, by how many. */
export function regionWords(names: readonly string[]): string {
  const byAccount = Map.groupBy(names, (name) => accountOf(name));
  return [...byAccount]
    .map(([account, own]) =>
      account === '' || own.length === 1 ? own.join(', ') : `${own.length} regions of ${account}`,
    )
    .join(', ');
}
