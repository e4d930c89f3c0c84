import { createStore, useStore } from './store';

// Versions whose value was put from this page: AWS's metadata shows no sign of a value until somebody reads it.
const versions = createStore<ReadonlyMap<string, readonly string[]>>(new Map());
const NONE: readonly string[] = [];

/** Notes that a version of this secret holds a value, because this page put it there. */
export function noteProven(arn: string, version: string): void {
  const known = versions.get().get(arn) ?? NONE;
  versions.set(new Map(versions.get()).set(arn, [...known, version]));
}

/** The versions of a secret that this page has put values into. */
export const useProven = (arn: string): readonly string[] => useStore(versions).get(arn) ?? NONE;
