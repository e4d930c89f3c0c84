import { filterIn, filterQuery } from '@/lib/domain/filter/query-text';
import { noteKept } from './has-kept';
import { createKept, useKept } from './kept';

/** A filter an operator gave a name. */
export interface SavedView {
  readonly name: string;
  /** As `filterQuery` spells it. */
  readonly query: string;
}

/** So many stand in a sidebar without pushing everything else out. */
const MOST = 50;

/** The longest name of a view. */
export const LONGEST_NAME = 60;

const isView = (found: unknown): found is SavedView =>
  typeof found === 'object' &&
  found !== null &&
  'name' in found &&
  'query' in found &&
  typeof found.name === 'string' &&
  typeof found.query === 'string' &&
  found.name.trim() !== '' &&
  found.name.length <= LONGEST_NAME &&
  found.query.length <= 8_000;

/** What is found in storage, as far as it is views: a query holds a filter and nothing else. */
export function parseViews(found: unknown): readonly SavedView[] {
  if (!Array.isArray(found)) return [];
  const views = found
    .filter(isView)
    .map(({ name, query }) => ({ name, query: filterQuery(filterIn(query)) }));
  return [...new Map(views.map((view) => [view.name, view])).values()].slice(0, MOST);
}

const kept = createKept('views', parseViews);

/** The views this browser keeps for a scope, in the order they were saved. */
export function useSavedViews(scope: string) {
  const [views, keep] = useKept(kept, scope);
  const write = (next: readonly SavedView[]) => {
    keep(next);
    noteKept('views', scope, next.length > 0);
  };
  return {
    views,
    /** Whether there is room for another. */
    full: views.length >= MOST,
    /** One of the same name is replaced. */
    save: (view: SavedView) =>
      write(
        views.some(({ name }) => name === view.name)
          ? views.map((each) => (each.name === view.name ? view : each))
          : [...views, view],
      ),
    rename: (from: string, to: string) =>
      write(
        views
          .filter(({ name }) => name === from || name !== to)
          .map((view) => (view.name === from ? { ...view, name: to } : view)),
      ),
    remove: (gone: string) => write(views.filter(({ name }) => name !== gone)),
  };
}
