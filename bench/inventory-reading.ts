import { request } from 'node:http';
import type { BrowserSession } from './browser-session.ts';

/** What one reading of the inventory came to; times are milliseconds after the question. */
export interface InventoryReading {
  readonly rows: number;
  readonly pages: number;
  readonly firstRow: number;
  readonly total: number;
}

interface Line {
  readonly kind: string;
  readonly region?: string;
  readonly rows?: readonly unknown[];
}

/** Reads the inventory as a browser does, line by line and keeping none; throws when a region failed. */
export function readInventory({ port, scope, headers }: BrowserSession): Promise<InventoryReading> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let rows = 0;
    let pages = 0;
    let firstRow = Number.NaN;
    let rest = '';
    const take = (line: Line) => {
      if (line.kind === 'region-failed') throw new Error(`The inventory failed: ${JSON.stringify(line)}`);
      if (line.kind !== 'page') return;
      if (pages === 0) firstRow = performance.now() - start;
      pages += 1;
      rows += line.rows?.length ?? 0;
    };
    const path = `/api/views/inventory?${new URLSearchParams({ scope })}`;
    // Without the one connection that other questions share: ten operators read at once.
    const sent = request({ host: '127.0.0.1', port, path, headers: headers() }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        const lines = (rest + part).split('\n');
        rest = lines.pop() ?? '';
        try {
          for (const line of lines) take(JSON.parse(line));
        } catch (cause) {
          response.destroy(cause instanceof Error ? cause : new Error(String(cause)));
        }
      });
      response.on('end', () => resolve({ rows, pages, firstRow, total: performance.now() - start }));
      response.on('error', reject);
    });
    sent.setTimeout(60_000, () => sent.destroy(new Error('The inventory has not answered.')));
    sent.on('error', reject);
    sent.end();
  });
}
