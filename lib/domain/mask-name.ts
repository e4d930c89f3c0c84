import { globMatches, parseGlobs } from './protect.ts';

/** What stands in place of a name that is not for everybody's eyes: always as long, whatever the name. */
export const MASKED_NAME = '••••••••••';

const ARN = /(:secretsmanager:[a-z0-9-]*:\d*:secret:)([\w/+=.@-]+)/g;

/**
 * A text as a shared screen may show it: the names in ARNs of secrets are masked like names by themselves, and so is
 * `name` wherever it stands.
 */
export function maskText(text: string, globs: string, name?: string): string {
  const cut = text.replace(ARN, (whole, head: string, rest: string) => {
    const own = rest.replace(/-[A-Za-z0-9]{6}$/, '');
    return maskName(own, globs) === own ? whole : `${head}${MASKED_NAME}`;
  });
  return name && maskName(name, globs) !== name ? cut.replaceAll(name, MASKED_NAME) : cut;
}

/** The same for a text of which places are told: every character keeps its own. */
export function maskInPlace(text: string, globs: string): string {
  return text.replace(ARN, (whole, head: string, rest: string) => {
    const own = rest.replace(/-[A-Za-z0-9]{6}$/, '');
    return maskName(own, globs) === own ? whole : head + '•'.repeat(rest.length);
  });
}

/** A name as a shared screen may show it: masked where one of the comma-separated globs matches. */
export function maskName(name: string, globs: string): string {
  return parseGlobs(globs).some((glob) => globMatches(glob, name)) ? MASKED_NAME : name;
}
