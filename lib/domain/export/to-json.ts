/** What an export covers: without it, a list of secrets claims more than was read. */
export interface ExportCover {
  readonly scope: string;
  /** AWS's clock, ISO. */
  readonly at: string;
  readonly regions: readonly {
    readonly region: string;
    readonly state: string;
    readonly read: string | null;
  }[];
}

/** Records as JSON, after what they cover. */
export function toJson(records: readonly object[], cover: ExportCover): string {
  return `${JSON.stringify({ ...cover, count: records.length, secrets: records }, null, 2)}\n`;
}
