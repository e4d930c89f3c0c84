import { readFileSync } from 'node:fs';

/** A package as the lock file has it. */
export interface Locked {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Whether it takes part in running the console, and not in building and testing it alone. */
  readonly runs: boolean;
  readonly hasInstallScript: boolean;
}

interface Entry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Every package of the lock file, by name. */
export function lockedPackages(file = 'package-lock.json'): Locked[] {
  const { packages }: { packages: Record<string, Entry> } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = '', dev, hasInstallScript }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      ...{ version, licence: license, runs: dev !== true, hasInstallScript: hasInstallScript === true },
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
