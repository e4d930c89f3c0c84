import { globMatches, parseGlobs } from './protect.ts';

/** What stands in place of a name that is not for everybody's eyes: always as long, whatever the name. */
export const MASKED_NAME = '••••••••••';

/** A name as a shared screen may show it: masked where one of the comma-separated globs matches. */
export function maskName(name: string, globs: string): string {
  return parseGlobs(globs).some((glob) => globMatches(glob, name)) ? MASKED_NAME : name;
}
