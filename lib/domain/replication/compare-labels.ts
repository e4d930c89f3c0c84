import { sortLabels } from '../version.ts';
import type { LabelDifference, Seen } from './cell.ts';

/**
 * The labels that are on different versions here and there, AWSCURRENT first. A replica has the version ids of its
 * primary: https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
 */
export function compareLabels(primary: Seen['holders'], there: Seen['holders']): LabelDifference[] {
  const labels = new Set([...Object.keys(primary), ...Object.keys(there)]);
  return sortLabels([...labels])
    .filter((label) => primary[label] !== there[label])
    .map((label) => ({ label, primary: primary[label], there: there[label] }));
}
