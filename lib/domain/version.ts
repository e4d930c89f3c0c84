/** One version of a secret, by its metadata alone. */
export interface SecretVersion {
  readonly id: string;
  readonly labels: readonly string[];
  /** ISO instant; absent where only DescribeSecret could be read. */
  readonly created?: string;
  /** ISO date: AWS reports the day only. Absent: no successful read is known. */
  readonly lastAccessed?: string;
  readonly kmsKeyIds?: readonly string[];
}

/** The version that holds a staging label; at most one does. */
export function holderOf(versions: readonly SecretVersion[], label: string): SecretVersion | undefined {
  return versions.find((version) => version.labels.includes(label));
}

/** Which version holds each label, from AWS's map of version id to labels. */
export function holders(stages: { readonly [versionId: string]: readonly string[] }): Record<string, string> {
  // Without a prototype: a label may be called `constructor`, and must not be found where none is.
  const found: Record<string, string> = Object.create(null);
  for (const id of Object.keys(stages)) for (const label of stages[id] ?? []) found[label] = id;
  return found;
}

const RANK = new Map([
  ['AWSCURRENT', 0],
  ['AWSPENDING', 1],
  ['AWSPREVIOUS', 2],
]);

/** Labels in the order operators read them: AWS's three first, then their own by name. */
export function sortLabels(labels: readonly string[]): string[] {
  return [...labels].sort((a, b) => (RANK.get(a) ?? 3) - (RANK.get(b) ?? 3) || a.localeCompare(b, 'en'));
}

/** Newest first; a version without a known creation time goes last. */
export function newestFirst(versions: readonly SecretVersion[]): SecretVersion[] {
  return [...versions].sort((a, b) => (b.created ?? '').localeCompare(a.created ?? ''));
}

/**
 * Whether metadata shows that a version holds a value. RotateSecret attaches AWSPENDING before any value
 * exists, and such a version can lose the label again, so neither AWSPENDING nor mere existence is proof.
 * A recorded read is, and so is having been AWSCURRENT.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function holdsValue(version: SecretVersion): boolean {
  return (
    version.lastAccessed !== undefined ||
    version.labels.some((label) => label === 'AWSCURRENT' || label === 'AWSPREVIOUS')
  );
}
