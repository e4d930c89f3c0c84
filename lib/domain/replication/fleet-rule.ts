import { globMatches } from '../protect.ts';
import type { SecretRow } from '../secret.ts';

/** Secrets by name or tag, and the regions each of them should be in. */
export interface FleetRule {
  readonly name?: string;
  readonly tag?: { readonly key: string; readonly value: string };
  readonly regions: readonly string[];
}

/**
 * Reads rules as they stand in the address, one a line: `prod/* -> us-west-2` or `tag:env=prod -> us-west-2,eu-west-1`;
 * `*` stands for any characters, in names and in a tag's value. The lines that cannot be read are told.
 */
export function parseFleetRules(text: string): { rules: FleetRule[]; unread: string[] } {
  const rules: FleetRule[] = [];
  const unread: string[] = [];
  for (const line of text.split(/[\n;]/).map((each) => each.trim())) {
    if (line === '') continue;
    const [, who = '', where = ''] = /^(\S+)\s*->\s*([a-z0-9, -]+)$/.exec(line) ?? [];
    const regions = where.split(',').map((region) => region.trim());
    const [, key, value] = /^tag:([^=\s]+)=(\S*)$/.exec(who) ?? [];
    const readable =
      who !== '' && regions.every((region) => /^[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}$/.test(region));
    if (!readable || (who.startsWith('tag:') && !key)) unread.push(line);
    else if (key) rules.push({ tag: { key, value: value ?? '' }, regions });
    else rules.push({ name: who, regions });
  }
  return { rules, unread };
}

/** The regions the rules want a secret in, its primary's own among them. */
export function wantedRegions(
  rules: readonly FleetRule[],
  secret: Pick<SecretRow, 'name' | 'tags'>,
): string[] {
  const wanted = rules.filter(({ name, tag }) =>
    tag
      ? Object.hasOwn(secret.tags, tag.key) && globMatches(tag.value, secret.tags[tag.key] ?? '')
      : globMatches(name ?? '', secret.name),
  );
  return [...new Set(wanted.flatMap(({ regions }) => regions))];
}
