import { StatusText } from '@/components/ui/badge';
import { type KeyStates, keysDown, kmsName, shortKey } from '@/lib/domain/kms-key';
import type { SecretVersion } from '@/lib/domain/version';

interface KeyMarkProps {
  readonly version: SecretVersion;
  readonly keys: KeyStates;
  /** The versions of the secret are under more than one key. */
  readonly several: boolean;
}

/** A version's key, where there is something to say: it does not work, or the versions differ in it. */
export function KeyMark({ version, keys, several }: KeyMarkProps) {
  const named = version.kmsKeyIds ?? [];
  const down = named.find((name) => keysDown(keys).includes(name));
  if (down !== undefined) {
    return (
      <StatusText tone="fail">
        <span data-tip={down}>key {keys.get(down)?.state}</span>
      </StatusText>
    );
  }
  if (!several || !named[0]) return null;
  return (
    <span className="font-mono text-2xs text-fg-3" data-tip={named.join(', ')}>
      {calledKey(named[0], keys).slice(0, 18)}
    </span>
  );
}

/** The keys of some versions, each once. */
export const keysOf = (versions: readonly SecretVersion[]) => [
  ...new Set(versions.flatMap(({ kmsKeyIds }) => kmsKeyIds ?? [])),
];

/** The one key of all versions and its state, in words; empty where they differ. */
export function keyNote(versions: readonly SecretVersion[], keys: KeyStates): string {
  const [key, ...others] = keysOf(versions);
  if (key === undefined || others.length > 0) return '';
  const state = keys.get(key)?.state;
  return `, all under ${calledKey(key, keys)}${state ? `, ${state}` : ''}`;
}

// By the alias the secret names it by, where that is known to be this key.
const calledKey = (key: string, keys: KeyStates) => shortKey(kmsName(keys.get(key)?.asked ?? key));
