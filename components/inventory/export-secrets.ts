import { awsNow } from '@/lib/client/aws-time';
import { type InventoryState, isComplete, shownPages } from '@/lib/client/inventory-state';
import { saveFile } from '@/lib/client/save-file';
import { exportFileName } from '@/lib/domain/export/file-name';
import { secretRecord } from '@/lib/domain/export/secret-record';
import { toCsv } from '@/lib/domain/export/to-csv';
import { toJson } from '@/lib/domain/export/to-json';
import type { FoldedSecret } from '@/lib/domain/fold';

/** What is exported, and of what. */
export interface ExportOrder {
  readonly scope: string;
  readonly secrets: readonly FoldedSecret[];
  readonly state: InventoryState;
  readonly form: 'csv' | 'json';
}

/** Hands the secrets' metadata to the browser as a file; nothing is asked of AWS for it. */
export function exportSecrets({ scope, secrets, state, form }: ExportOrder): void {
  const now = awsNow();
  const at = new Date(now).toISOString();
  const unread = state.regions.flatMap((region) => (isComplete(region) ? [] : [region.region]));
  const records = secrets.map((secret) => secretRecord(secret, { unread, now }));
  const regions = state.regions.map((region) => ({
    region: region.region,
    state: isComplete(region) ? 'read' : region.state,
    read: shownPages(region).at ?? null,
  }));
  const text = form === 'csv' ? toCsv(records) : toJson(records, { scope, at, regions });
  const type = form === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
  saveFile(exportFileName('secrets', scope, at, form), type, text);
}
