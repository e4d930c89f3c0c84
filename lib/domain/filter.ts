import type { FoldedSecret } from './fold.ts';
import { ownerOf } from './secret.ts';

/**
 * Whether a secret answers a typed filter: every word must occur in its name, ARN, description, owner,
 * region, tag key or tag value, whatever the case.
 */
export function matchesFilter(secret: FoldedSecret, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = searchText(secret);
  return words.every((word) => text.includes(word));
}

const texts = new WeakMap<FoldedSecret, string>();

// Built once per folded secret: the filter runs on every key press over the whole table.
function searchText(secret: FoldedSecret): string {
  const known = texts.get(secret);
  if (known !== undefined) return known;
  const { shown } = secret;
  const text = [
    secret.name,
    secret.key,
    shown.description ?? '',
    ownerOf(shown) ?? '',
    ...secret.members.map((member) => member.region),
    ...Object.entries(shown.tags).flat(),
  ]
    .join('\n')
    .toLowerCase();
  texts.set(secret, text);
  return text;
}
