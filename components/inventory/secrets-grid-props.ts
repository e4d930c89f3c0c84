import type { Ref } from 'react';
import type { RegionProgress } from '@/lib/client/inventory-state';
import type { TableLayout } from '@/lib/client/table-layout';
import type { FoldedSecret } from '@/lib/domain/fold';
import type { SortOrder } from '@/lib/domain/sort-secrets';

/** What the page around the table may ask of it. */
export interface SecretsGridHandle {
  /** Puts the focus on the row that has the table's tab stop. */
  focus(): void;
}

/** As whom a row's account is read, and how far. */
export interface RowPlace {
  readonly scope: string;
  readonly regions: ReadonlyMap<string, RegionProgress>;
}

/** What the table shows, and whom it tells of what is done with it. */
export interface SecretsGridProps {
  readonly ref: Ref<SecretsGridHandle>;
  readonly scope: string;
  readonly rows: readonly FoldedSecret[];
  readonly regions: ReadonlyMap<string, RegionProgress>;
  /** Of several accounts: as whom each is read, by its twelve digits. */
  readonly places?: ReadonlyMap<string, RowPlace> | undefined;
  readonly unread: readonly string[];
  readonly now: number;
  readonly sort: SortOrder;
  readonly onSort: (order: SortOrder) => void;
  readonly layout: TableLayout;
  readonly onLayout: (next: TableLayout) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelected: (next: ReadonlySet<string>) => void;
  readonly reading: boolean;
  /** Filter and order: other rows than before begin at the top. */
  readonly listing: string;
}
