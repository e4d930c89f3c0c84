import { awsNow } from '@/lib/client/aws-time';
import { type InventoryState, shownPages } from '@/lib/client/inventory-state';
import type { AccountSide } from '@/lib/client/replication/account-sides';
import type { ClosedRegions } from '@/lib/client/replication/closed-regions';
import { saveFile } from '@/lib/client/save-file';
import { accountRegion } from '@/lib/domain/account-region';
import { exportFileName } from '@/lib/domain/export/file-name';
import { toJson } from '@/lib/domain/export/to-json';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { matrixCsv, matrixRecord } from '@/lib/domain/replication/matrix-record';

/** What of the matrix is exported. */
export interface MatrixExport {
  /** The accounts of the rows, as whom they were read. */
  readonly sides: readonly AccountSide[];
  readonly rows: readonly MatrixRow[];
  readonly regions: readonly string[];
  readonly state: InventoryState;
  readonly closed: ClosedRegions;
  /** Regions are still being read. */
  readonly reading: boolean;
}

/** Hands the matrix, metadata only, to the browser as a file; nothing is asked of AWS for it. */
export function exportMatrix(given: MatrixExport, form: 'csv' | 'json'): void {
  const { sides, rows } = given;
  const at = new Date(awsNow()).toISOString();
  const scope = sides.map((side) => side.scope).join(' ');
  const text =
    form === 'csv' ? matrixCsv(rows) : toJson(rows.map(matrixRecord), { scope, at, regions: coverOf(given) });
  const type = form === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
  const whose = sides.length > 1 ? `${sides.length}-accounts` : scope;
  saveFile(exportFileName('replication', whose, at, form), type, text);
}

// Of several accounts a region is named with its account, as in the table's export.
function coverOf({ sides, regions, state, reading }: MatrixExport) {
  return sides.flatMap(({ account, closed, ...side }) => {
    const own = state.fleet ? regions.filter((region) => side.regions.includes(region)) : regions;
    return own.map((one) => {
      const region = state.fleet ? accountRegion(account, one) : one;
      const how = closed.has(one) ? 'not readable' : reading ? 'still being read' : 'read';
      return { region, state: how, read: listedAt(state, region) };
    });
  });
}

function listedAt({ regions }: InventoryState, region: string): string | null {
  const listed = regions.find((one) => one.region === region);
  return (listed && shownPages(listed).at) ?? null;
}
