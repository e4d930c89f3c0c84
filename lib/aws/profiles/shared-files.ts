import 'server-only';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import type { ProfileFile } from '@/lib/contract/profiles';
import { strayLines } from './stray-lines';

/** The settings of one section, by name. */
export type Section = Readonly<Record<string, string | undefined>>;

/** What the config and the credentials file of this computer hold. */
export interface SharedFiles {
  readonly profiles: ReadonlyMap<string, Section>;
  /** The `[sso-session …]` sections. */
  readonly sessions: ReadonlyMap<string, Section>;
  readonly files: readonly ProfileFile[];
}

/** Reads both files anew, as AWS's own loader does; what it would not say of them is in `files`. */
export async function readSharedFiles(): Promise<SharedFiles> {
  const [files, { configFile, credentialsFile }] = await Promise.all([
    Promise.all([look('config'), look('credentials')]),
    loadSharedConfigFiles({ ignoreCache: true }),
  ]);
  const profiles = new Map<string, Section>();
  const sessions = new Map<string, Section>();
  for (const [name, section] of Object.entries(configFile)) {
    if (name.startsWith('sso-session.')) sessions.set(name.slice('sso-session.'.length), section);
    else if (!name.startsWith('services.')) profiles.set(name, section);
  }
  for (const [name, section] of Object.entries(credentialsFile)) {
    // The loader gives sections that belong into the other file such names.
    if (/^(profile|sso-session|services)\./.test(name)) continue;
    // Of a setting in both files, that of the credentials file counts.
    profiles.set(name, { ...profiles.get(name), ...section });
  }
  return { profiles, sessions, files };
}

async function look(file: 'config' | 'credentials'): Promise<ProfileFile> {
  const path = pathOf(file);
  try {
    const text = await readFile(path.replace(/^~(?=[/\\])/, homedir()), 'utf8');
    // For this one name the loader gives the whole file up.
    const refused = /^\s*\[(profile )?__proto__\]/m.test(text);
    return { path, state: refused ? 'refused' : 'read', strayLines: strayLines(text, file) };
  } catch (cause) {
    const absent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    return { path, state: absent ? 'absent' : 'unreadable', strayLines: [] };
  }
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html */
function pathOf(file: 'config' | 'credentials'): string {
  const given = file === 'config' ? process.env.AWS_CONFIG_FILE : process.env.AWS_SHARED_CREDENTIALS_FILE;
  return given || join('~', '.aws', file);
}
