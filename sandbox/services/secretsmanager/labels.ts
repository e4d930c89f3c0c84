import { limitExceeded } from './errors.ts';
import type { Version, Versions } from './state.ts';

/** The label of the version clients get when they ask for none. */
export const CURRENT = 'AWSCURRENT';

/** The label Secrets Manager itself keeps on the version AWSCURRENT left last. */
export const PREVIOUS = 'AWSPREVIOUS';

/** The label of a version that a rotation is still preparing. */
export const PENDING = 'AWSPENDING';

const LABELS_PER_SECRET = 20;

/** The version a label is attached to. */
export function holderOf(versions: Versions, label: string): Version | undefined {
  for (const version of versions.values()) if (version.labels.includes(label)) return version;
  return undefined;
}

/** The versions with `label` taken off whichever holds it. */
export function detach(versions: Versions, label: string): Versions {
  const holder = holderOf(versions, label);
  if (!holder) return versions;
  const labels = holder.labels.filter((other) => other !== label);
  return new Map(versions).set(holder.id, { ...holder, labels });
}

/**
 * The versions with `label` on version `id` and on no other. When AWSCURRENT leaves a version, that
 * version gets AWSPREVIOUS; no other label moves by itself.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
 */
export function attach(versions: Versions, label: string, id: string): Versions {
  const left = holderOf(versions, label);
  const target = versions.get(id);
  if (!target || left?.id === id) return versions;
  const free = new Map(detach(versions, label));
  const moved = free.set(id, { ...target, labels: [...target.labels, label] });
  return label === CURRENT && left ? attach(moved, PREVIOUS, left.id) : moved;
}

/**
 * Twenty labels are the limit of a whole secret, over all its versions.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 */
export function requireLabelQuota(versions: Versions): void {
  let count = 0;
  for (const version of versions.values()) count += version.labels.length;
  if (count > LABELS_PER_SECRET) {
    throw limitExceeded(`You can't have more than ${LABELS_PER_SECRET} staging labels on a secret.`);
  }
}

/** The versions that carry a label, as DescribeSecret and ListSecrets show them. */
export function labelMap(versions: Versions): { [id: string]: readonly string[] } {
  const map: { [id: string]: readonly string[] } = {};
  for (const version of versions.values()) if (version.labels.length > 0) map[version.id] = version.labels;
  return map;
}
