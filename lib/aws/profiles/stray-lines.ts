import 'server-only';

/** More would not help anybody find the mistake. */
const MOST = 5;

// In the config file, everything but `default` carries a word before its name.
const configSection = /^\[\s*(default|(profile|sso-session|services)\s+(["']?)[\w@+.%:/-]+\3)\s*\]$/;
const credentialsSection = /^\[[\w@+.%:/-]+\]$/;

/**
 * The lines of a shared file that AWS's tools pass over without a word: no section, setting or comment, a section
 * without `profile`, a setting before any section.
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export function strayLines(text: string, file: 'config' | 'credentials'): number[] {
  const section = file === 'config' ? configSection : credentialsSection;
  const stray: number[] = [];
  let inSection = false;
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.split(/(?:^|\s)[;#]/)[0]?.trim() ?? '';
    if (line === '') continue;
    if (line.startsWith('[')) {
      inSection = section.test(line);
      if (!inSection) stray.push(at + 1);
    } else if (!inSection || line.indexOf('=') < 1) stray.push(at + 1);
  }
  return stray.slice(0, MOST);
}
