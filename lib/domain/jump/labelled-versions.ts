import type { FoldedSecret } from '../fold.ts';
import type { SecretRow } from '../secret.ts';
import { sortLabels } from '../version.ts';

/** A version that a listed secret shows, because it has a label. */
export interface LabelledVersion {
  readonly secret: FoldedSecret;
  /** The region's copy that shows it: the primary's where both do. */
  readonly row: SecretRow;
  readonly id: string;
  readonly labels: readonly string[];
}

const MOST = 20;

/**
 * The versions among loaded secrets whose id begins with a text of four characters or more; `v ` before it and an
 * ellipsis after it, as ids are shown, are left away. The listing knows labelled versions only.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
 */
export function labelledVersions(all: readonly FoldedSecret[], typed: string): LabelledVersion[] {
  const start = versionIn(typed);
  if (start === undefined) return [];
  const found: LabelledVersion[] = [];
  for (const secret of all) {
    const ids = new Set<string>();
    for (const { row } of secret.members) {
      if (!row) continue;
      for (const label in row.holders) {
        const id = row.holders[label]!;
        if (!id.toLowerCase().startsWith(start) || ids.has(id)) continue;
        ids.add(id);
        const labels = Object.keys(row.holders).filter((each) => row.holders[each] === id);
        found.push({ secret, row, id, labels: sortLabels(labels) });
        if (found.length === MOST) return found;
      }
    }
  }
  return found;
}

/** Whether a text is a whole version id in its usual form, so that finding none is worth saying. */
export function isVersionId(typed: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(versionIn(typed) ?? '');
}

// AWS asks for 32 to 64 characters; ids made by it or by an SDK are UUIDs, and only of those a beginning is looked
// for: most of what is typed is no part of one, and need not be compared with every label of every secret.
function versionIn(typed: string): string | undefined {
  const text = typed
    .trim()
    .replace(/^v\s+/i, '')
    .replace(/(?:…|\.{3})$/, '')
    .toLowerCase();
  return /^(?:[0-9a-f][0-9a-f-]{3,}|[\w-]{32,64})$/.test(text) ? text : undefined;
}
