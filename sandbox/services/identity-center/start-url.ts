import { START_URL } from './directory.ts';

/** Whether somebody means this organisation's portal: people copy its address with `/` or `#/` behind it. */
export function isStartUrl(given: string): boolean {
  return given.replace(/\/?#?\/?$/, '').toLowerCase() === START_URL;
}
