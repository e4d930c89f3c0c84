import type { Closed } from '@/components/replication/matrix-head';
import { awsNow } from '@/lib/client/aws-time';
import { type InventoryState, shownPages } from '@/lib/client/inventory-state';
import { saveFile } from '@/lib/client/save-file';
import { exportFileName } from '@/lib/domain/export/file-name';
import { toJson } from '@/lib/domain/export/to-json';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { matrixCsv, matrixRecord } from '@/lib/domain/replication/matrix-record';

/** What of the matrix is exported. */
export interface MatrixExport {
  readonly scope: string;
  readonly rows: readonly MatrixRow[];
  readonly regions: readonly string[];
  readonly state: InventoryState;
  readonly closed: ReadonlyMap<string, Closed>;
  /** Regions are still being read. */
  readonly reading: boolean;
}

/** Hands the matrix, metadata only, to the browser as a file; nothing is asked of AWS for it. */
export function exportMatrix(given: MatrixExport, form: 'csv' | 'json'): void {
  const { scope, rows, regions, state, closed, reading } = given;
  const at = new Date(awsNow()).toISOString();
  const cover = regions.map((region) => ({
    region,
    state: closed.has(region) ? 'not readable' : reading ? 'still being read' : 'read',
    read: listedAt(state, region),
  }));
  const text =
    form === 'csv' ? matrixCsv(rows) : toJson(rows.map(matrixRecord), { scope, at, regions: cover });
  const type = form === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
  saveFile(exportFileName('replication', scope, at, form), type, text);
}

function listedAt({ regions }: InventoryState, region: string): string | null {
  const listed = regions.find((one) => one.region === region);
  return (listed && shownPages(listed).at) ?? null;
}
